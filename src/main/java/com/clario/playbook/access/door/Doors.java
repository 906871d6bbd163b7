package com.clario.playbook.access.door;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.knock.Knock;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login in front of everything, and no door that is not named here. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String[] PUBLIC = {
        "/login", "/error", "/favicon.ico", "/webjars/**", "/app/**", "/actuator/health/**", "/opt-out/*"
    };

    private static final String[] OURS = {
        "/",
        "/partnerships/**",
        "/partners/**",
        "/programme/**",
        "/candidates/**",
        "/documents/**",
        "/mails/**",
        "/rules/**",
        "/standard-terms/**",
        "/metrics/**",
        "/statements/**",
        "/account"
    };

    private static final RequestMatcher TASKLIST_LOGOUT =
            withDefaults().matcher(POST, "/camunda/api/admin/auth/user/*/logout");

    @Bean
    SecurityFilterChain doorsOfTheHouse(HttpSecurity http, SignIn signIn, Entrance entrance, Attendance attendance)
            throws Exception {
        return http.authenticationManager(signIn)
                .authorizeHttpRequests(Doors::permissions)
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(Knock::of)
                        .successHandler(entrance))
                .logout(Doors::oneLogout)
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**", "/opt-out/*"))
                .headers(Doors::headers)
                .exceptionHandling(Doors::strangers)
                .addFilterBefore(attendance, AuthorizationFilter.class)
                .build();
    }

    private static void permissions(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        doors.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll();
        doors.requestMatchers(PUBLIC).permitAll();
        doors.requestMatchers(OURS).authenticated();
        doors.requestMatchers("/people/**").hasRole(Groups.ADMINS);
        doors.requestMatchers(TasklistCalls.NEVER).denyAll();
        doors.requestMatchers(POST, TasklistCalls.QUESTIONS_ABOUT_PEOPLE).hasRole(Groups.ADMINS);
        doors.requestMatchers(POST, TasklistCalls.NEVER_WRITTEN).denyAll();
        doors.requestMatchers(PUT, TasklistCalls.NEVER_WRITTEN).denyAll();
        doors.requestMatchers(DELETE, TasklistCalls.NEVER_WRITTEN).denyAll();
        doors.requestMatchers(GET, TasklistCalls.PAGES).authenticated();
        doors.requestMatchers(GET, TasklistCalls.READS).authenticated();
        doors.requestMatchers(OPTIONS, TasklistCalls.READS).authenticated();
        doors.requestMatchers(POST, TasklistCalls.QUESTIONS).authenticated();
        doors.requestMatchers(POST, TasklistCalls.DEEDS).authenticated();
        doors.requestMatchers("/camunda/**").hasRole(Groups.ADMINS);
        doors.anyRequest().denyAll();
    }

    private static void strangers(ExceptionHandlingConfigurer<HttpSecurity> refused) {
        refused.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                        withDefaults().matcher("/camunda/api/**"))
                .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE);
    }

    /** Whoever leaves the Tasklist leaves the house, and the other way round: it is one session. */
    private static void oneLogout(LogoutConfigurer<HttpSecurity> logout) {
        var signedOut = new SimpleUrlLogoutSuccessHandler();
        signedOut.setDefaultTargetUrl("/login?out");
        logout.logoutRequestMatcher(new OrRequestMatcher(withDefaults().matcher(POST, "/logout"), TASKLIST_LOGOUT))
                .defaultLogoutSuccessHandlerFor(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT), TASKLIST_LOGOUT)
                .defaultLogoutSuccessHandlerFor(signedOut, AnyRequestMatcher.INSTANCE);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new OurContentPolicy());
    }
}
