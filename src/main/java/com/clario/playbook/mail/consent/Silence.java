package com.clario.playbook.mail.consent;

import java.util.Optional;

/** Whether mails about a partnership have to wait for now: told by the room that knows the case, asked before every try. */
public interface Silence {

    /** Why nothing may go out now, as a sentence. */
    Optional<String> whyNotNow(String about);
}
