package com.clario.playbook.partner.csv;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells whoever sends far too much so in words: behind it the form's token could not be read any more. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeImport extends OncePerRequestFilter {

    private static final int FORM_AROUND_THE_FILE = 64 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !request.getRequestURI().endsWith("/partners/import");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > Sheet.LARGEST + FORM_AROUND_THE_FILE) {
            response.sendRedirect(request.getRequestURI() + "?tooLarge");
        } else {
            chain.doFilter(request, response);
        }
    }
}
