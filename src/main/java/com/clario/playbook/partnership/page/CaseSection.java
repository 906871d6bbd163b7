package com.clario.playbook.partnership.page;

import com.clario.playbook.partnership.Partnership;
import java.util.Optional;

/** A part of the case page that a room fills and draws itself; their order is the order of the beans. */
public interface CaseSection {

    /** The template whose fragment {@code section} draws it, such as {@code launch/case}; it finds its part in {@code shown}. */
    String template();

    /** What there is to show of a partnership; nothing where the room has nothing to say yet. */
    Optional<?> of(Partnership partnership);
}
