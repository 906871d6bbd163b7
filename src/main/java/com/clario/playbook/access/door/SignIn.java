package com.clario.playbook.access.door;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.account.Roles;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks a password with the engine's own people, so that its throttling and locks apply. */
@Component
class SignIn implements AuthenticationProvider {

    private final IdentityService identity;
    private final People people;

    SignIn(IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var id = claim.getName();
        if (!passwordFits(id, String.valueOf(claim.getCredentials()))) {
            throw new BadCredentialsException("Unknown name or wrong password.");
        }
        var person = people.find(id).orElseThrow(() -> new BadCredentialsException("Unknown name."));
        return UsernamePasswordAuthenticationToken.authenticated(person.id(), null, authorities(person));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private boolean passwordFits(String id, String password) {
        try {
            return identity.checkPassword(id, password);
        } catch (ProcessEngineException lockedOrThrottled) {
            return false;
        }
    }

    private static List<GrantedAuthority> authorities(Person person) {
        return person.groups().stream().map(Roles::of).toList();
    }
}
