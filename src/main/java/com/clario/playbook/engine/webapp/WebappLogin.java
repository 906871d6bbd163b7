package com.clario.playbook.engine.webapp;

import com.clario.playbook.engine.account.Roles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;

/** Lets whoever has signed in with us into the engine's web applications, as the same person. */
@Configuration(proxyBeanMethods = false)
class WebappLogin {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLoginFilter() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", SignedIn.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** Tells the engine's filter who has passed our own door; it makes this object itself. */
    public static class SignedIn implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            if (!(request.getUserPrincipal() instanceof Authentication person)) {
                return AuthenticationResult.unsuccessful();
            }
            var result = AuthenticationResult.successful(person.getName());
            result.setGroups(Roles.groups(person));
            result.setTenants(List.of());
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // The page in the browser sees the 401 and leads to our own login.
        }
    }
}
