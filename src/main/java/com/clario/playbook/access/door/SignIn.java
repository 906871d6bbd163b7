package com.clario.playbook.access.door;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.access.account.Standings;
import com.clario.playbook.access.knock.Knock;
import com.clario.playbook.access.knock.Knocks;
import com.clario.playbook.engine.account.Accounts;
import com.clario.playbook.engine.account.Roles;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks a password with the engine's own people. It stands alone, not in a row of providers: asked twice for one
 * knock, it would count it twice.
 */
@Component
class SignIn implements AuthenticationManager {

    private final Accounts accounts;
    private final Standings standings;
    private final People people;
    private final Knocks knocks;
    private final Clock clock;

    SignIn(Accounts accounts, Standings standings, People people, Knocks knocks, Clock clock) {
        this.accounts = accounts;
        this.standings = standings;
        this.people = people;
        this.knocks = knocks;
        this.clock = clock;
    }

    /** The answer's details are the password's mark: the session ends when the password is another. */
    @Override
    public Authentication authenticate(Authentication claim) {
        var id = claim.getName();
        var knock = (Knock) claim.getDetails();
        knocks.count(id, knock).ifPresent(until -> {
            throw new BadCredentialsException("Too many passwords were wrong. " + knocks.tryAgain(until));
        });
        if (!accounts.passwordFits(id, String.valueOf(claim.getCredentials()))) {
            throw new BadCredentialsException("Name and password do not fit together."
                    + knocks.shutUntil(id, knock)
                            .map(until -> " " + knocks.tryAgain(until))
                            .orElse(""));
        }
        knocks.fits(id, knock);
        return signedIn(people.find(id).orElseThrow(() -> new BadCredentialsException("This account is gone.")));
    }

    private Authentication signedIn(Person person) {
        var mark = accounts.mark(person.id()).orElseThrow();
        standings
                .oneTimeUntil(person.id(), mark)
                .filter(until -> until.isBefore(clock.instant()))
                .ifPresent(until -> {
                    throw new BadCredentialsException(
                            "This password was for one sign-in, and its days are over. Ask an administrator for another.");
                });
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(person.id(), null, authorities(person));
        signedIn.setDetails(mark);
        return signedIn;
    }

    private static List<GrantedAuthority> authorities(Person person) {
        return person.groups().stream().map(Roles::of).toList();
    }
}
