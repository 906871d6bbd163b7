package com.clario.playbook.document;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a person whose file is too large back to the page with a sentence. It stands before the security filters: these
 * look for their token in the form, which cannot be read once the body is over the limit, and would answer "forbidden".
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLarge extends OncePerRequestFilter {

    static final String SENTENCE = "The file is larger than 20 MB: store a smaller one.";

    private static final int FORM_AROUND_THE_FILE = 64 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().matches(".*/partnerships/[a-z0-9-]+/documents");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > Documents.LARGEST + FORM_AROUND_THE_FILE) {
            response.sendRedirect(request.getRequestURI() + "?tooLarge");
        } else {
            chain.doFilter(request, response);
        }
    }
}
