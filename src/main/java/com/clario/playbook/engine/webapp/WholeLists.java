package com.clario.playbook.engine.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cockpit asks for some lists without an end, which the engine refuses because of our limit: it gets them up to the
 * limit. These lists are short, and nothing else is asked that way.
 */
class WholeLists extends OncePerRequestFilter {

    private static final String[] SHORT_LISTS = {"/process-definition", "/group"};

    private final int limit;

    private WholeLists(int limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isWithoutEnd(request) ? new Ended(request, limit) : request, response);
    }

    private static boolean isWithoutEnd(HttpServletRequest request) {
        var question = request.getQueryString();
        for (var list : SHORT_LISTS) {
            if (request.getRequestURI().endsWith(list) && (question == null || !question.contains("maxResults="))) {
                return true;
            }
        }
        return false;
    }

    private static class Ended extends HttpServletRequestWrapper {

        private final int limit;

        Ended(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public String getQueryString() {
            var question = super.getQueryString();
            return (question == null ? "" : question + "&") + "maxResults=" + limit;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BehindTheDoor {

        @Bean
        FilterRegistrationBean<WholeLists> wholeListsFilter(ProcessEngine engine) {
            var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
            var filter = new FilterRegistrationBean<>(new WholeLists(settings.getQueryMaxResultsLimit()));
            filter.addUrlPatterns("/camunda/api/engine/*");
            return filter;
        }
    }
}
