package com.clario.playbook.outreach.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every mail for every kind of partnership, kept under target/letters for people to read. */
@PlaybookTest
class LettersTests {

    private static final String LINK = "https://clario.example/opt-out/AAAAAAAAAAEq8b0kz0YV4mJm1m2d3f4g";

    @Autowired
    ApplicationContext house;

    @Autowired
    Letters letters;

    @ParameterizedTest
    @CsvSource({
        "POS, RESELLER, Qasir",
        "POS, INTEGRATION, Olsera",
        "POS, WHITE_LABEL, Moka",
        "ACCOUNTING, INTEGRATION, Accurate",
        "CHANNEL, REFERRAL, Kopi Advisers"
    })
    void speakTheReadersLanguageAndNameWhatIsProposed(PartnerType type, Model model, String name) throws IOException {
        var one = CaseRun.of(house, name.replace(" ", ""), type, model).code();
        for (var language : new String[] {"en", "id"}) {
            var rina = new Contact(1, "x", "Rina Halim", "Head", "rina@x.example", language, false, false);
            var dewi = new Contact(2, "x", "Dewi Anwar", "", "", language, false, true);
            var all = new Letters.Letter[] {
                letters.to(rina, Letters.COLD_MAIL, one, LINK),
                letters.to(rina, Letters.FOLLOW_UP, one, LINK),
                letters.request(dewi, one)
            };
            for (var letter : all) {
                keep(type + "-" + model + "-" + language, letter);
                assertThat(letter.subject()).hasSizeLessThanOrEqualTo(150).doesNotContain("null");
                assertThat(letter.text())
                        .hasSizeLessThan(4_000)
                        .doesNotContain(
                                "null", "[(", "..", " ,", "A new revenue stream".repeat("id".equals(language) ? 1 : 9));
            }
            assertThat(all[0].text()).contains(LINK, "unsubscribe", "Clario");
            assertThat(all[1].text()).contains(LINK, "unsubscribe");
        }
    }

    private static void keep(String name, Letters.Letter letter) throws IOException {
        var file = Path.of("target", "letters", name + ".txt");
        Files.createDirectories(file.getParent());
        var before = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, before + "Subject: " + letter.subject() + "\n\n" + letter.text() + "\n=======\n\n");
    }
}
