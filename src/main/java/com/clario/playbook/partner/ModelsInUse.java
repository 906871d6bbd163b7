package com.clario.playbook.partner;

import java.util.Set;

/** Tells the catalogue how we work with a partner now, so that it does not change under our feet. */
public interface ModelsInUse {

    /** The models of the partnerships with this partner that have not ended. */
    Set<Model> of(String partner);
}
