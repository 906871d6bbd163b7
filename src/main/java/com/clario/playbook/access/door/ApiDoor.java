package com.clario.playbook.access.door;

import com.clario.playbook.access.key.ApiKey.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The door for machines: a key at every call, no session, and nothing open that is not named here. */
@Configuration(proxyBeanMethods = false)
class ApiDoor {

    @Bean
    @Order(1)
    SecurityFilterChain doorForMachines(HttpSecurity http, KeyCheck keyCheck, Problems problems) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers("/api/v1/activities", "/api/v1/activities/*")
                        .hasAuthority(Scope.ACTIVITY.name())
                        .anyRequest()
                        .denyAll())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, CLOSED))
                        .authenticationEntryPoint(
                                (request, response, stranger) -> problems.noKey(request, response, KeyCheck.HOW)))
                .addFilterBefore(keyCheck, AuthorizationFilter.class)
                .build();
    }

    private static final String CLOSED = "Your API key does not open this address.";

    /** What the firewall turns away before any door. */
    @Bean
    RequestRejectedHandler addressesNobodyShouldSend(Problems problems) {
        var page = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (Problems.concern(request)) {
                problem(problems, request, response);
            } else {
                page.handle(request, response, rejected);
            }
        };
    }

    private static void problem(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(request, response, HttpStatus.BAD_REQUEST, "This address is not written as it should be.");
    }

    /** It stands in the chain of this door; the container must not run it for everybody. */
    @Bean
    FilterRegistrationBean<KeyCheck> keyCheckOnlyForMachines(KeyCheck keyCheck) {
        var registration = new FilterRegistrationBean<>(keyCheck);
        registration.setEnabled(false);
        return registration;
    }
}
