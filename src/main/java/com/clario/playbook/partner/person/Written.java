package com.clario.playbook.partner.person;

import java.util.List;

/** Tells where a room keeps what people wrote; from there a contact is told of and taken out. */
public interface Written {

    List<Place> places();
}
