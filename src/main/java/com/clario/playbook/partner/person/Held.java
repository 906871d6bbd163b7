package com.clario.playbook.partner.person;

import java.util.Map;

/**
 * One thing we hold about a person.
 *
 * @param where how people call the place, such as {@code Timeline}
 * @param content what stands there, by the name of each part
 * @param stays why it outlives an erasure; null where the person is taken out of it
 */
public record Held(String where, Map<String, Object> content, String stays) {}
