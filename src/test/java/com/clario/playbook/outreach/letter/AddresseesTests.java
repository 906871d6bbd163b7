package com.clario.playbook.outreach.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.clario.playbook.partner.Contact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddresseesTests {

    private final Addressees addressees = new Addressees(null);

    @ParameterizedTest
    @CsvSource({
        "Rina Halim, Budi Hartono, 'Dear Rina Halim,', true",
        "Rina Halim, Budi Hartono, 'Dear rina  halim,', true",
        "Rina Halim, Budi Hartono, 'Yth. Ibu Halim,', true",
        "Rina Halim, Budi Hartono, 'Dear Budi, Rina Halim has left.', true",
        "Rina Halim, Budi Hartono, 'Dear Budi Hartono,', false",
        "Rina Halim, Budi Hartono, 'Dear Rinaldi,', false",
        "Rina Halim, Budi Halim, 'Dear Budi Halim,', false",
        "Rina Halim, Rina Hartono, 'Dear Rina Hartono,', false",
        "Rina, Rina Halim, 'Dear Rina Halim,', false",
        "Sari, Budi Hartono, 'Dear Sari,', true"
    })
    void knowWhetherAMailStillGreetsWhoItWasWrittenTo(String former, String now, String text, boolean greets) {
        var refusal =
                catchThrowable(() -> addressees.requireGreeted(contact(2, now), contact(1, former), "Hello", text));

        assertThat(refusal != null).isEqualTo(greets);
    }

    @ParameterizedTest
    @CsvSource({"Sari, false", "Sari Wijaya, true"})
    void takeASendersFirstNameForNobodyElses(String former, boolean greets) {
        var text = "Dear Budi,\n\nAn idea.\n\nSari Wijaya\nClario";

        var refusal =
                catchThrowable(() -> addressees.requireGreeted(contact(2, "Budi"), contact(1, former), "Hello", text));

        assertThat(refusal != null).isEqualTo(greets);
    }

    private static Contact contact(long id, String name) {
        return new Contact(id, "moka", name, "", id + "@moka.example", "en", false, false);
    }
}
