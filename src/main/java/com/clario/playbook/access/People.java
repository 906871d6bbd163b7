package com.clario.playbook.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Knows who works here, and who is acting right now. */
@Service
public class People {

    private final IdentityService identity;

    People(IdentityService identity) {
        this.identity = identity;
    }

    /** The signed-in person; the system when a job or the start-up acts. */
    public Person current() {
        var authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return Person.SYSTEM;
        }
        var id = authentication.getUserId();
        return find(id).orElseGet(() -> new Person(id, id, "", Set.of()));
    }

    public boolean currentIsIn(String group) {
        return current().isIn(group);
    }

    /** Turns away whoever is in none of these groups. */
    public void requireOneOf(String... groups) {
        var person = current();
        if (Arrays.stream(groups).noneMatch(person::isIn)) {
            throw new AccessDeniedException(person.id() + " is in none of " + String.join(", ", groups));
        }
    }

    public Optional<Person> find(String id) {
        return unchecked(
                () -> Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                        .map(this::person));
    }

    /** Everybody in a group, by name. */
    public List<Person> in(String group) {
        return unchecked(() -> identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(this::person)
                .sorted(Comparator.comparing(Person::name))
                .toList());
    }

    /** Does something as somebody else, with that person's rights, and then steps back. */
    public <T> T actAs(String id, Supplier<T> deed) {
        var groups = unchecked(() -> List.copyOf(groupsOf(id)));
        return inside(() -> identity.setAuthentication(id, groups), deed);
    }

    /** The accounts anybody could sign in to by guessing once. */
    public List<String> withNameAsPassword() {
        return unchecked(() -> identity.createUserQuery().orderByUserId().asc().list().stream()
                .filter(this::hasNameAsPassword)
                .map(User::getId)
                .toList());
    }

    /** Compares the hashes alone: trying to sign in would count against the account as a failed try. */
    private boolean hasNameAsPassword(User user) {
        var account = (UserEntity) user;
        return ((ServiceImpl) identity).getCommandExecutor().execute(context -> context.getProcessEngineConfiguration()
                .getPasswordManager()
                .check(EncryptionUtil.saltPassword(account.getId(), account.getSalt()), account.getPassword()));
    }

    Set<String> groupsOf(String id) {
        return identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Person person(User user) {
        var name = (user.getFirstName() + " " + user.getLastName()).trim();
        var mail = user.getEmail() == null ? "" : user.getEmail();
        return new Person(user.getId(), name, mail, groupsOf(user.getId()));
    }

    /** Answers a question that must not depend on what the asking person may see in the engine. */
    public <T> T unchecked(Supplier<T> question) {
        return inside(identity::clearAuthentication, question);
    }

    private <T> T inside(Runnable change, Supplier<T> deed) {
        var before = identity.getCurrentAuthentication();
        change.run();
        try {
            return deed.get();
        } finally {
            identity.clearAuthentication();
            if (before != null) {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
