package com.clario.playbook.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** One login in front of everything, and no door that is not named here. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String[] PUBLIC = {"/login", "/error", "/webjars/**", "/app/**", "/actuator/health/**"};

    private static final String[] OURS = {
        "/",
        "/partnerships/**",
        "/partners/**",
        "/candidates/**",
        "/documents/**",
        "/mails/**",
        "/rules/**",
        "/metrics/**",
        "/statements/**",
        "/logout"
    };

    @Bean
    SecurityFilterChain doorsOfTheHouse(HttpSecurity http, SignIn signIn, IdentityService identity) throws Exception {
        return http.authenticationProvider(signIn)
                .authorizeHttpRequests(Doors::permissions)
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**"))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                        withDefaults().matcher("/camunda/api/**")))
                .addFilterBefore(new Attendance(identity), AuthorizationFilter.class)
                .build();
    }

    private static void permissions(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        doors.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                .denyAll()
                .requestMatchers(HttpMethod.POST, "/camunda/api/engine/**/deployment/**")
                .denyAll()
                .requestMatchers(OURS)
                .authenticated()
                .requestMatchers("/camunda/**")
                .authenticated()
                .anyRequest()
                .denyAll();
    }
}
