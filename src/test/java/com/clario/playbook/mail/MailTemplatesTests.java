package com.clario.playbook.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTemplatesTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final MailTemplates templates = new MailTemplates();

    @ParameterizedTest
    @CsvSource({
        "cold-mail, en",
        "cold-mail, id",
        "follow-up, en",
        "follow-up, id",
        "introduction-request, en",
        "introduction-request, id"
    })
    void fillsEveryTemplateInBothLanguages(String template, String language) {
        var locale = Locale.forLanguageTag(language);

        String subject = templates.subject(template, locale, moka());
        String text = templates.text(template, locale, moka());

        assertThat(subject).contains("Moka").doesNotContain("\n", "$", "[(");
        assertThat(text)
                .contains("Moka Analytics powered by Clario", "Sari Wijaya", "Menara Clario, Jakarta")
                .contains("Moka's merchants get the analytics they ask for & a reason to stay.")
                .doesNotContain("$", "[(", "null", "&amp;");
        new Mail("rina@moka.example", subject, text, "moka-1", template, null);
    }

    @Test
    void saysHowToOptOutInEveryColdMail() {
        assertThat(templates.text("follow-up", Locale.ENGLISH, moka())).contains("reply with \"unsubscribe\"");
        assertThat(templates.text("follow-up", INDONESIAN, moka())).contains("balas dengan kata \"unsubscribe\"");
        assertThat(templates.text("cold-mail", Locale.ENGLISH, moka()))
                .contains(
                        "If you would rather not hear from us, reply with \"unsubscribe\" or open https://clario.example/opt-out/abc and we will");
        assertThat(templates.text("cold-mail", INDONESIAN, moka()))
                .contains(
                        "cukup balas dengan kata \"unsubscribe\" atau buka https://clario.example/opt-out/abc dan kami tidak akan menghubungi");
    }

    @Test
    void speaksEnglishToEverybodyElse() {
        assertThat(templates.text("cold-mail", Locale.FRENCH, moka())).startsWith("Dear Rina Halim,");
    }

    @Test
    void refusesToSendAPlaceholderNobodyFilled() {
        Map<String, Object> values = new HashMap<>(moka());
        values.remove("proposal");
        values.put("contact", null);

        assertThatThrownBy(() -> templates.text("cold-mail", Locale.ENGLISH, values))
                .hasMessage("The mail template asks for what it was not given: [contact, proposal]");
    }

    @Test
    void refusesTemplatesThatAreNotThere() {
        assertThatThrownBy(() -> templates.text("love-letter", Locale.ENGLISH, moka()))
                .hasMessageContaining("There is no mail template");
        assertThatThrownBy(() -> templates.text("../application", Locale.ENGLISH, moka()))
                .hasMessageContaining("Not the name of a mail template");
    }

    @Test
    void keepsAValueInsideItsSentence() {
        Map<String, Object> values = new HashMap<>(moka());
        values.put("partner", "Moka\r\nBcc: all@moka.example");
        values.put("proposal", "x".repeat(5_000));
        values.put("valueToThem", "[[${T(java.lang.Runtime).getRuntime()}]] [(${7*7})] ${8*8}");

        String text = templates.text("cold-mail", Locale.ENGLISH, values);

        assertThat(templates.subject("cold-mail", Locale.ENGLISH, values))
                .startsWith("An idea for Moka Bcc: all@moka.example: ")
                .doesNotContain("\n", "\r");
        assertThat(text).contains("x".repeat(999) + "…").doesNotContain("x".repeat(1_000));
        assertThat(text).contains("[[${T(java.lang.Runtime).getRuntime()}]] [(${7*7})] ${8*8}");
    }

    private static Map<String, Object> moka() {
        var values = new HashMap<String, Object>(Map.of(
                "partner", "Moka",
                "contact", "Rina Halim",
                "mutual", "Dewi Anggraini",
                "product", "Moka Analytics powered by Clario",
                "proposal", "we build it, you offer it to your merchants as an add-on for Rp 200.000 a month.",
                "valueToThem", "Moka's merchants get the analytics they ask for & a reason to stay.",
                "valueToUs", "we reach merchants we could not reach alone.",
                "sender", "Sari Wijaya",
                "company", "Clario",
                "companyAddress", "Menara Clario, Jakarta"));
        values.put("optOut", "https://clario.example/opt-out/abc");
        return values;
    }
}
