package com.clario.playbook.partner.person;

import java.util.List;

/** A keeper of what we hold about a person beside the texts in our tables. */
public interface PersonalData {

    List<Held> about(Somebody somebody, String partner);
}
