package com.clario.playbook.access.account;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.Person;

/** Somebody with an account, and how it stands. */
record Member(Person person, Standing standing) {

    public String groups() {
        return Groups.names(person.groups());
    }
}
