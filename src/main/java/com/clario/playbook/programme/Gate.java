package com.clario.playbook.programme;

import com.clario.playbook.engine.Refusal;
import java.time.LocalDate;

/**
 * The start gate: product-market fit, confirmed by somebody on a day; open to nobody until then.
 *
 * @param by who confirmed it; null while nobody has
 */
public record Gate(String by, LocalDate on, String note) {

    static final Gate UNCONFIRMED = new Gate(null, null, null);

    public Gate {
        by = Words.optional("Confirmed by", by, 120);
        note = Words.optional("Note", note, 1000);
        if (by == null && on != null) {
            throw new Refusal("Confirmed by: say who confirmed product-market fit, or leave the day empty too.");
        }
        if (by != null && on == null) {
            throw new Refusal("Confirmed on: choose the day product-market fit was confirmed.");
        }
        if (by == null && note != null) {
            throw new Refusal("Confirmed by: a note needs somebody who confirmed product-market fit.");
        }
    }

    public boolean confirmed() {
        return by != null;
    }
}
