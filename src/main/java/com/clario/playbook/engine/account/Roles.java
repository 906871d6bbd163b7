package com.clario.playbook.engine.account;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The engine's groups, as the login carries them with a person. */
public final class Roles {

    private static final String PREFIX = "ROLE_";

    private Roles() {}

    public static GrantedAuthority of(String group) {
        return new SimpleGrantedAuthority(PREFIX + group);
    }

    /** The groups somebody had when they signed in. */
    public static List<String> groups(Authentication signedIn) {
        return signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .toList();
    }
}
