package com.clario.playbook.partner.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookalikeTests {

    private static final Sketch MOKA =
            new Sketch("moka", "Moka", "https://www.mokapos.com/id", Set.of("rina@mokapos.com", "rina.moka@gmail.com"));

    @ParameterizedTest
    @CsvSource({
        "Moka, MOKA, same name",
        "Moka, 'PT. Moka', same name",
        "Moka, 'Moka, P.T.', same name",
        "Moka, CV Mo-Ka, same name",
        "Moka, m o k a, same name",
        "Moka, Móka Tbk, same name",
        "Moka, Mokka, similar name",
        "Accurate, Acurate, similar name",
        "Accurate, Accruate, similar name",
        "F&B consultants, FnB Consultants, similar name",
        "Moka, Mota, ",
        "Moka, Mokapos, ",
        "Qasir, Kasirku, ",
        "PT, CV, ",
        "Jurnal, Zahir, "
    })
    void knowsANameHoweverItIsWritten(String known, String written, String reason) {
        var found = Lookalikes.among(List.of(sketch(known, "")), sketch(written, ""));

        assertThat(found).flatExtracting(Lookalike::reasons).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "mokapos.com, true",
        "http://MOKAPOS.com:443/pricing?x=1, true",
        "https://m.mokapos.com, true",
        "shop.mokapos.com, false",
        "mokapos.co.id, false",
        "'', false"
    })
    void knowsAWebsiteByItsHost(String website, boolean same) {
        assertThat(Lookalikes.among(List.of(MOKA), sketch("Something else", website)))
                .extracting(Lookalike::sentence)
                .isEqualTo(same ? List.of("Looks like Moka (moka): same website") : List.of());
    }

    @Test
    void takesNobodysPageOnASharedHostForAnothers() {
        var known = sketch("Warung Satu", "https://instagram.com/warung.satu");

        assertThat(Lookalikes.among(List.of(known), sketch("Kopi Dua", "instagram.com/kopi.dua")))
                .isEmpty();
        assertThat(Lookalikes.among(List.of(known), sketch("Kopi Dua", "www.instagram.com/warung.satu/")))
                .extracting(Lookalike::why)
                .containsExactly("same website");
    }

    @ParameterizedTest
    @CsvSource({
        "rina@mokapos.com, same address of a contact",
        "budi@mokapos.com, contacts with addresses at the same company",
        "rina.moka@gmail.com, same address of a contact",
        "budi@gmail.com, ",
        "budi@other.example, "
    })
    void knowsAContactsAddressAndCompanyButNoFreeMail(String mail, String reason) {
        var found = Lookalikes.among(List.of(MOKA), new Sketch("new", "Something else", "", Set.of(mail)));

        assertThat(found).flatExtracting(Lookalike::reasons).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void knowsAContactByTheWebsite() {
        var known = new Sketch("moka", "Moka", "https://mokapos.com", Set.of());

        assertThat(Lookalikes.among(List.of(known), new Sketch("new", "Something else", "", Set.of("a@mokapos.com"))))
                .extracting(Lookalike::why)
                .containsExactly("a contact's address belongs to the other's website");
    }

    @Test
    void namesEveryReasonAndNotThePartnerItself() {
        assertThat(Lookalikes.among(List.of(MOKA), new Sketch("m2", "PT Moka", "mokapos.com", MOKA.mails())))
                .extracting(Lookalike::sentence)
                .containsExactly("Looks like Moka (moka): same name, same website, same address of a contact");
        assertThat(Lookalikes.among(List.of(MOKA), MOKA)).isEmpty();
    }

    private static Sketch sketch(String name, String website) {
        return new Sketch(name, name, website, Set.of());
    }
}
