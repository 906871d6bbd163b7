package com.clario.playbook.desk;

import com.clario.playbook.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses at every page what PostgreSQL cannot store, before anything is half written. */
@Component
class StorableText implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach(StorableText::check);
        return true;
    }

    private static void check(String field, String[] values) {
        for (var value : values) {
            if (value.indexOf('\0') >= 0) {
                throw new Refusal("Field “" + field.replaceAll("\\W", "")
                        + "”: it holds a character without a shape (code 0), which cannot be stored. Type it anew.");
            }
        }
    }
}
