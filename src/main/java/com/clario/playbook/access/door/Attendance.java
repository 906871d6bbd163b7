package com.clario.playbook.access.door;

import com.clario.playbook.access.People;
import com.clario.playbook.access.account.Standings;
import com.clario.playbook.engine.account.Accounts;
import com.clario.playbook.engine.account.Roles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request whether the signed-in person is still who signed in, and lets our own pages act on the engine
 * as that person and as nobody else.
 */
@Component
class Attendance extends OncePerRequestFilter {

    /** All that is open to somebody who has signed in with a password for one time. */
    private static final Pattern ON_THE_WAY_IN = Pattern.compile("/(account|error|favicon.ico|app/.*|webjars/.*)");

    private final IdentityService identity;
    private final Accounts accounts;
    private final Standings standings;
    private final People people;

    Attendance(IdentityService identity, Accounts accounts, Standings standings, People people) {
        this.identity = identity;
        this.accounts = accounts;
        this.standings = standings;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
        } else if (!isStillThere(signedIn)) {
            sendAway(request, response);
        } else if (hasToChoosePassword(signedIn) && !isOnTheWayIn(request)) {
            leadToAccount(request, response);
        } else if (request.getRequestURI().startsWith("/camunda/")) {
            chain.doFilter(request, response);
        } else {
            actAs(signedIn, request, response, chain);
        }
    }

    private boolean isStillThere(Authentication signedIn) {
        identity.clearAuthentication();
        return accounts.mark(signedIn.getName()).equals(Optional.of(signedIn.getDetails()))
                && people.groupsOf(signedIn.getName()).equals(Set.copyOf(Roles.groups(signedIn)));
    }

    private boolean hasToChoosePassword(Authentication signedIn) {
        return standings
                .oneTimeUntil(signedIn.getName(), String.valueOf(signedIn.getDetails()))
                .isPresent();
    }

    private static boolean isOnTheWayIn(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return ON_THE_WAY_IN.matcher(path).matches();
    }

    private static void leadToAccount(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/camunda/api/")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(request.getContextPath() + "/account");
        }
    }

    private static void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (request.getRequestURI().startsWith("/camunda/api/")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?ended");
        }
    }

    private void actAs(
            Authentication person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        identity.setAuthentication(person.getName(), Roles.groups(person));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** It stands in the chain of the doors; the container must not run it a second time, outside. */
    @Configuration(proxyBeanMethods = false)
    static class OnlyBehindTheDoor {

        @Bean
        FilterRegistrationBean<Attendance> attendanceOnlyBehindTheDoor(Attendance attendance) {
            var registration = new FilterRegistrationBean<>(attendance);
            registration.setEnabled(false);
            return registration;
        }
    }
}
