package com.clario.playbook.access.account;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.access.account.Passwords.OneTimePassword;
import com.clario.playbook.access.knock.Knocks;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Retries;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;

/** What administrators do with accounts: somebody joins, moves to another group, is let in again, or leaves. */
@Service
class Staff {

    private final IdentityService identity;
    private final TaskService tasks;
    private final People people;
    private final Standings standings;
    private final Passwords passwords;
    private final AccountChanges changes;
    private final Knocks knocks;
    private final Retries retries;
    private final Clock clock;

    Staff(
            IdentityService identity,
            TaskService tasks,
            People people,
            Standings standings,
            Passwords passwords,
            AccountChanges changes,
            Knocks knocks,
            Retries retries,
            Clock clock) {
        this.identity = identity;
        this.tasks = tasks;
        this.people = people;
        this.standings = standings;
        this.passwords = passwords;
        this.changes = changes;
        this.knocks = knocks;
        this.retries = retries;
        this.clock = clock;
    }

    /** Everybody who has or had an account, by name, those who left last. */
    List<Member> all() {
        return people.unchecked(() -> identity.createUserQuery().list()).stream()
                .map(User::getId)
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Member one) -> one.standing().left())
                        .thenComparing(one -> one.person().name())
                        .thenComparing(one -> one.person().id()))
                .toList();
    }

    Optional<Member> find(String id) {
        return people.find(id).map(person -> new Member(person, standings.of(id)));
    }

    /** What is known of a person, as the form shows it. */
    PersonForm form(Person person) {
        return PersonForm.of(user(person.id()), person);
    }

    /** The names of the tasks a person has taken on and not done. */
    List<String> openTasks(String id) {
        return people.unchecked(() -> tasks.createTaskQuery().taskAssignee(id).list()).stream()
                .map(Task::getName)
                .sorted()
                .toList();
    }

    /** Whether nobody else could do all this; who has yet to choose a password may never come. */
    boolean isLastAdministrator(Person person) {
        return person.isIn(Groups.ADMINS)
                && people.in(Groups.ADMINS).stream()
                        .map(Person::id)
                        .filter(id -> !id.equals(person.id()))
                        .allMatch(id -> standings.of(id).oneTime());
    }

    OneTimePassword add(PersonForm form) {
        return changing(() -> {
            var id = form.newId();
            if (people.find(id).isPresent()) {
                throw new Refusal(
                        "Signs in as: " + id + " is the name of somebody else here, or of somebody who left.");
            }
            var groups = form.knownGroups();
            write(people.unchecked(() -> identity.newUser(id)), form);
            changes.add(id, "Joined");
            move(people.find(id).orElseThrow(), groups);
            return oneTime(id);
        });
    }

    void change(String id, PersonForm form) {
        changing(() -> {
            var person = here(id);
            var groups = form.knownGroups();
            if (!groups.contains(Groups.ADMINS)) {
                refuseForLast(person);
            }
            write(user(id), form);
            move(person, groups);
            var now = people.find(id).orElseThrow();
            if (!now.name().equals(person.name())) {
                changes.add(id, "Name: " + person.name() + " → " + now.name());
            }
            if (!now.mail().equals(person.mail())) {
                changes.add(id, "Mail: " + person.mail() + " → " + now.mail());
            }
            return now;
        });
    }

    void unlock(String id) {
        changing(() -> {
            var person = here(id);
            if (standings.of(id).shut()) {
                knocks.open(id);
                changes.add(id, "Unlocked after wrong passwords");
            }
            return person;
        });
    }

    OneTimePassword renewPassword(String id) {
        return changing(() -> {
            var person = here(id);
            if (person.id().equals(people.current().id())) {
                throw new Refusal("Change your own password on the page of your account.");
            }
            return oneTime(person.id());
        });
    }

    /** Ends an account; its person stays known by name wherever something was done. */
    void leave(String id) {
        changing(() -> {
            var person = here(id);
            refuseForLast(person);
            move(person, Set.of());
            passwords.close(id);
            standings.left(id, clock.instant());
            changes.add(id, "Left: the account is closed");
            return person;
        });
    }

    /** Opens the account of somebody who had left. */
    OneTimePassword takeBack(String id, PersonForm form) {
        return changing(() -> {
            var member = find(id).filter(one -> one.standing().left())
                    .orElseThrow(() -> new Refusal("This account is open already."));
            var groups = form.knownGroups();
            write(user(id), form);
            move(member.person(), groups);
            standings.left(id, null);
            changes.add(id, "Back again");
            return oneTime(id);
        });
    }

    private <T> T changing(Supplier<T> deed) {
        people.requireOneOf(Groups.ADMINS);
        return retries.call(() -> {
            standings.hold();
            return deed.get();
        });
    }

    private Person here(String id) {
        return find(id).filter(one -> !one.standing().left())
                .map(Member::person)
                .orElseThrow(() -> new Refusal("This account was closed meanwhile."));
    }

    private void refuseForLast(Person person) {
        if (isLastAdministrator(person)) {
            throw new Refusal("Groups: " + person.name()
                    + " is the only administrator with a password of their own; let somebody else be one before.");
        }
    }

    private OneTimePassword oneTime(String id) {
        changes.add(id, "One-time password set");
        return passwords.oneTime(id);
    }

    private void write(User user, PersonForm form) {
        user.setFirstName(form.requiredFirst());
        user.setLastName(form.checkedLast());
        user.setEmail(form.checkedMail());
        people.unchecked(() -> {
            identity.saveUser(user);
            return user;
        });
    }

    private User user(String id) {
        return people.unchecked(() -> identity.createUserQuery().userId(id).singleResult());
    }

    private void move(Person person, Collection<String> groups) {
        var id = person.id();
        var before = person.groups();
        people.unchecked(() -> {
            before.stream()
                    .filter(group -> !groups.contains(group))
                    .forEach(group -> identity.deleteMembership(id, group));
            groups.stream()
                    .filter(group -> !before.contains(group))
                    .forEach(group -> identity.createMembership(id, group));
            return id;
        });
        if (!before.equals(Set.copyOf(groups))) {
            changes.add(id, "Groups: " + named(before) + " → " + named(groups));
        }
    }

    private static String named(Collection<String> groups) {
        return groups.isEmpty() ? "none" : Groups.names(groups);
    }
}
