package com.clario.playbook.desk.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks everybody to wait until the demo is there: while its cases are made the clock of the house stands at days long
 * past, and whatever somebody did then would have happened on them.
 */
@Component
@ConditionalOnProperty("playbook.demo.cases")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoDoor extends OncePerRequestFilter {

    private static final String SECONDS = "3";
    private static final byte[] PAGE = page();

    private volatile boolean open;

    /** Before whoever says that the system runs. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void open() {
        open = true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open || isLook(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(PAGE);
    }

    /** What the page that asks to wait looks by. */
    private static boolean isLook(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith(request.getContextPath() + "/app/")
                || path.startsWith(request.getContextPath() + "/webjars/");
    }

    private static byte[] page() {
        try {
            return new ClassPathResource("demo/wait.html").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
