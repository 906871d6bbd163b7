package com.clario.playbook.partnership;

import java.util.List;

/**
 * A running drawing of a partnership.
 *
 * @param process the drawing's word, such as {@code pilot}
 * @param definition the deployed version this case runs on
 * @param active the steps it stands at
 */
public record Drawing(String process, String name, String definition, List<String> active) {}
