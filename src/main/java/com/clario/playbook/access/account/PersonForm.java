package com.clario.playbook.access.account;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;

/** What an administrator typed about a person, kept as typed until it fits. */
record PersonForm(String id, String first, String last, String mail, List<String> groups) {

    static final PersonForm BLANK = new PersonForm("", "", "", "", List.of());

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_MAIL = 200;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{1,31}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");

    static PersonForm of(User user, Person person) {
        return new PersonForm(
                user.getId(),
                text(user.getFirstName()),
                text(user.getLastName()),
                person.mail(),
                List.copyOf(person.groups()));
    }

    String newId() {
        var name = text(id);
        if (!ID.matcher(name).matches()) {
            throw new Refusal("Signs in as: 2 to 32 small letters and digits, beginning with a letter, such as sari.");
        }
        if (name.equals(Person.SYSTEM.id())) {
            throw new Refusal("Signs in as: this is how the system itself signs what it does; choose another.");
        }
        return name;
    }

    String requiredFirst() {
        var name = name("First name", first);
        if (name.isEmpty()) {
            throw new Refusal("First name: fill it in.");
        }
        return name;
    }

    /** Many people have one name only. */
    String checkedLast() {
        return name("Last name", last);
    }

    String checkedMail() {
        var address = text(mail);
        if (address.length() > LONGEST_MAIL) {
            throw new Refusal("Mail: at most " + LONGEST_MAIL + " characters, it has " + address.length() + ".");
        }
        if (!MAIL.matcher(address).matches()) {
            throw new Refusal("Mail: write one address such as sari@clario.example; news of overdue work goes there.");
        }
        return address;
    }

    TreeSet<String> knownGroups() {
        var chosen = new TreeSet<>(groups == null ? List.of() : groups);
        if (chosen.isEmpty()) {
            throw new Refusal("Groups: choose at least one; to take everything from somebody, close the account.");
        }
        for (var group : chosen) {
            if (!Groups.ALL.contains(group)) {
                throw new Refusal("Groups: there is no group " + group + ".");
            }
        }
        return chosen;
    }

    private static String name(String label, String typed) {
        var name = text(typed);
        if (name.length() > LONGEST_NAME) {
            throw new Refusal(label + ": at most " + LONGEST_NAME + " characters, it has " + name.length() + ".");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(label + ": it holds a sign nobody can see; type it anew.");
        }
        return name;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
