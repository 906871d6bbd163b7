package com.clario.playbook.partnership;

import java.util.List;

/**
 * A running drawing of a partnership.
 *
 * @param process the drawing's word, such as {@code pilot}
 * @param definition the deployed version this case runs on
 * @param active the steps it stands at
 */
public record Drawing(String process, String name, String definition, List<Step> active) {

    /** A shape of the drawing: its word and its name. */
    public record Step(String id, String name) {}
}
