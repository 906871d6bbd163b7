package com.clario.playbook.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rina@moka",
                "rina@moka..example",
                ".rina@moka.example",
                "rina@moka.example, all@moka.example",
                "Rina <rina@moka.example>",
                "rina at moka.example"
            })
    void haveNoAddressAMailWouldRefuseLater(String address) {
        assertThatThrownBy(() -> new Mail(address, "Hello", "Text", "moka-1", "cold-mail", null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> contact(address).requireMailable())
                .isInstanceOf(Refusal.class)
                .hasMessage("Mail: “" + address + "” is not an address such as name@company.com.");
    }

    @Test
    void haveAnAddressAMailCanGoToOrNone() {
        var known = contact(" rina.s+clario@mail.moka.co.id ").requireMailable();
        assertThat(new Mail(known.mail(), "Hello", "Text", "moka-1", "cold-mail", null).to())
                .isEqualTo("rina.s+clario@mail.moka.co.id");
        assertThat(contact("").requireMailable().mayBeMailed()).isFalse();
    }

    private static Contact contact(String address) {
        return new Contact(0, "moka", "Rina Halim", "", address, "en", false, false);
    }
}
