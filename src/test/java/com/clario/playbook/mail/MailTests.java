package com.clario.playbook.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTests {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "rina",
                "rina@moka",
                "rina@@moka.example",
                "rina@moka.example,all@moka.example",
                "rina@moka.example\nBcc: all@moka.example",
                "rina@moka.example\r\nBcc: all@moka.example",
                "Rina <rina@moka.example>",
                "rina@moka..example",
                ".rina@moka.example",
                "rina @moka.example",
                "ri\u0000na@moka.example",
                "rina@moka.example\u2028",
                "rina@-moka.example;rm"
            })
    void refusesWhatIsNotOneAddress(String address) {
        assertThat(Mail.isAddress(address)).isFalse();
        assertThatThrownBy(() -> new Mail(address, "Subject", "Text", "moka-1", "cold-mail", null))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rina@moka.example", "rina.s+clario@mail.moka.co.id", "o'brien@moka-pos.example"})
    void takesPlainAddresses(String address) {
        assertThat(Mail.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"Hello\nBcc: all@moka.example", "Hello\r\n\r\nOther text", "Hello\u2028there", "Hel\u0000lo"})
    void refusesASubjectThatIsNotOneLine(String subject) {
        assertThatThrownBy(() -> new Mail("rina@moka.example", subject, "Text", "moka-1", "cold-mail", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("subject");
    }

    @Test
    void refusesLineBreaksInPartnershipAndKind() {
        assertThatThrownBy(() -> new Mail("rina@moka.example", "Subject", "Text", "moka\n1", "cold-mail", null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Mail("rina@moka.example", "Subject", "Text", "moka-1", "cold\nmail", null))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takesATextOfManyLinesUpToItsLimit() {
        assertThatCode(() ->
                        new Mail("rina@moka.example", "Subject", "a\n".repeat(10_000), "moka-1", "cold-mail", null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Mail("rina@moka.example", "Subject", "a".repeat(20_001), null, "cold-mail", null))
                .isInstanceOf(Refusal.class);
    }
}
