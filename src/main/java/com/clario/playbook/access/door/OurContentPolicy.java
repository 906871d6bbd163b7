package com.clario.playbook.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** Says to the browser that our pages load from us alone; the Tasklist brings a policy of its own. */
class OurContentPolicy implements HeaderWriter {

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'self'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getRequestURI().startsWith("/camunda")) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
    }
}
