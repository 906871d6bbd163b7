package com.clario.playbook.partner.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
        "Moka, Moka POS, similar name",
        "Moka, MokaPOS, similar name",
        "Moka POS, Mokapos, same name",
        "Moka, Moka Point of Sale, similar name",
        "Moka, PT Moka Indonesia, similar name",
        "Moka, GoTo Moka, one name contains the other",
        "GoTo Moka, Moka POS, one name contains the other",
        "Olsera, Olsera POS, similar name",
        "Accurate, Accurate Online, similar name",
        "Accurate, Acurate Online, similar name",
        "Zahir, Zahir Accounting, similar name",
        "Jurnal, Jurnal by Mekari, one name contains the other",
        "Kopi Satu, Kopi Satu 24, one name contains the other",
        "Warung Nomor1, Warung Nomor2, ",
        "Warung Nomor1, Warung Nomor12, ",
        "Kopi Satu 12, Kopi Satu 24, ",
        "POS Indonesia, Accounting Indonesia, ",
        "POS, Moka POS, ",
        "Warung, Warung Satu, ",
        "Kopi Satu, Kopi Dua, ",
        "Moka, Mota, ",
        "Moka, Mokapos, ",
        "Qasir, Kasirku, ",
        "PT, CV, ",
        "Jurnal, Zahir, "
    })
    void knowsANameHoweverItIsWritten(String known, String written, String reason) {
        var found = among(List.of(sketch(known, "")), sketch(written, ""));

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
        assertThat(among(List.of(MOKA), sketch("Something else", website)))
                .extracting(Lookalike::sentence)
                .isEqualTo(same ? List.of("Looks like Moka (moka): same website") : List.of());
    }

    @Test
    void takesNobodysPageOnASharedHostForAnothers() {
        var known = sketch("Warung Satu", "https://instagram.com/warung.satu");

        assertThat(among(List.of(known), sketch("Kopi Dua", "instagram.com/kopi.dua")))
                .isEmpty();
        assertThat(among(List.of(known), sketch("Kopi Dua", "www.instagram.com/warung.satu/")))
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
        var found = among(List.of(MOKA), new Sketch("new", "Something else", "", Set.of(mail)));

        assertThat(found).flatExtracting(Lookalike::reasons).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void knowsAContactByTheWebsite() {
        var known = new Sketch("moka", "Moka", "https://mokapos.com", Set.of());

        assertThat(among(List.of(known), new Sketch("new", "Something else", "", Set.of("a@mokapos.com"))))
                .extracting(Lookalike::why)
                .containsExactly("a contact's address belongs to the other's website");
    }

    @Test
    void namesEveryReasonAndNotThePartnerItself() {
        assertThat(among(List.of(MOKA), new Sketch("m2", "PT Moka", "mokapos.com", MOKA.mails())))
                .extracting(Lookalike::sentence)
                .containsExactly("Looks like Moka (moka): same name, same website, same address of a contact");
        assertThat(among(List.of(MOKA), MOKA)).isEmpty();
    }

    @Test
    void tellsThreeAtMostTheSurestFirst() {
        var many = IntStream.range(0, 20)
                .mapToObj(number -> new Sketch("m" + number, number == 19 ? "Moka" : "Moka " + number, "", Set.of()))
                .toList();

        assertThat(among(many, sketch("PT Moka", "")))
                .hasSize(3)
                .first()
                .extracting(Lookalike::sentence)
                .isEqualTo("Looks like Moka (m19): same name");
    }

    /** Two by two these would be fifty million comparisons. */
    @Test
    void findsOneAmongTenThousandOfAKind() {
        var known = IntStream.range(0, 10_000)
                .mapToObj(number -> sketch("Warung Nomor" + number, "https://w" + number + ".example"))
                .toList();
        var sketches = new Sketches(known);

        assertThat(known).allSatisfy(one -> assertThat(sketches.like(one)).isEmpty());
        assertThat(sketches.like(sketch("CV Nomor 77", "")))
                .extracting(Lookalike::sentence)
                .containsExactly("Looks like Warung Nomor77 (Warung Nomor77): similar name");
    }

    private static List<Lookalike> among(List<Sketch> known, Sketch one) {
        return new Sketches(known).like(one);
    }

    private static Sketch sketch(String name, String website) {
        return new Sketch(name, name, website, Set.of());
    }
}
