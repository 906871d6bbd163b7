package com.clario.playbook.access.door;

import com.clario.playbook.access.key.ApiKey;
import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.access.key.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody call our interface without a key that is live at this moment. */
@Component
class KeyCheck extends OncePerRequestFilter {

    static final String HOW = "Send your API key in the header: Authorization: Bearer pbk_…; never in the address.";

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheck.class);
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Pace pace;
    private final Problems problems;
    private final Clock clock;

    KeyCheck(ApiKeys keys, Pace pace, Problems problems, Clock clock) {
        this.keys = keys;
        this.pace = pace;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var text = bearer(request);
        if (text.isEmpty()) {
            problems.noKey(request, response, HOW);
            return;
        }
        var key = keys.holding(text.get());
        var wrong = wrong(text.get(), key);
        if (wrong.isPresent()) {
            LOG.info("API call refused, {}: {}", key.map(ApiKey::id).orElse("no known key"), wrong.get());
            problems.noKey(request, response, wrong.get());
            return;
        }
        var wait = pace.tooFast(key.get().id());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait.get().toString());
            problems.write(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "More than " + pace.most() + " calls in a minute; go on in " + wait.get() + " seconds.");
            return;
        }
        actAs(key.get());
        chain.doFilter(request, response);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(text -> !text.isEmpty());
    }

    /** Only whoever holds the secret learns what became of the key. */
    private Optional<String> wrong(String text, Optional<ApiKey> key) {
        if (!ApiKeys.isWellWritten(text)) {
            return Optional.of("This is not a whole API key: its check sum is wrong. Copy it once more, all of it.");
        }
        if (key.isEmpty()) {
            return Optional.of("This API key is not known.");
        }
        if (key.get().revocation() != null) {
            return Optional.of("This API key was revoked; ask your partner manager for a new one.");
        }
        if (key.get().expired(clock.instant())) {
            return Optional.of("This API key has expired; ask your partner manager for a new one.");
        }
        return Optional.empty();
    }

    private void actAs(ApiKey key) {
        keys.used(key);
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new Caller(key.id(), key.partnership()),
                null,
                AuthorityUtils.createAuthorityList(key.scope().name()))));
    }
}
