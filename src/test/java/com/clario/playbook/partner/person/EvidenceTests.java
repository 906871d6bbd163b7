package com.clario.playbook.partner.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.Rooms;
import com.clario.playbook.Rooms.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What guards evidence at the database lets a pseudonym in where the person stood, and no other word. */
class EvidenceTests {

    private static final String NAME = "Rina Halim";
    private static final String ADDRESS = "rina@moka.example";
    private static final String WRITTEN = "Rina Halim, RINA@MOKA.EXAMPLE";

    /** By table and text; H2, which nobody works on for real, guards signed terms alone. */
    private static List<String> evidence(Kind kind) {
        return kind == Kind.H2
                ? List.of("terms_version.note", "terms_version.returned_why")
                : List.of(
                        "terms_version.note",
                        "terms_version.returned_why",
                        "contract_review.comment",
                        "pilot.scope",
                        "pilot.failure_criteria",
                        "pilot_customer.name",
                        "pilot_letter.comment");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesThePseudonymForTheNameAndTheAddress(Kind kind) {
        try (var house = written(kind)) {
            var jdbc = house.getBean(JdbcClient.class);
            for (var place : evidence(kind)) {
                change(jdbc, place, "Contact 1, RINA@MOKA.EXAMPLE");
                change(jdbc, place, "Contact 1, Contact 1");
                assertThat(text(jdbc, place)).isEqualTo("Contact 1, Contact 1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesItForAPartOfTheNameAsAWordOfItsOwn(Kind kind) {
        try (var house = written(kind)) {
            var jdbc = house.getBean(JdbcClient.class);
            jdbc.sql("update playbook.contact set name = 'Ms. Rina (Ina)' where id = 1")
                    .update();
            evidence(kind).forEach(place -> refuses(jdbc, place, "RContact 1 Halim, RINA@MOKA.EXAMPLE"));
            evidence(kind).forEach(place -> change(jdbc, place, "Contact 1 Halim, RINA@MOKA.EXAMPLE"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesNoOtherWord(Kind kind) {
        try (var house = written(kind)) {
            var jdbc = house.getBean(JdbcClient.class);
            for (var place : evidence(kind)) {
                refuses(jdbc, place, "Contact 1");
                refuses(jdbc, place, "Contact 1, Contact 1 or 9 customers");
                refuses(jdbc, place, "Contact 1. Contact 1");
                refuses(jdbc, place, "Contact 2, Contact 2");
                refuses(jdbc, place, "Nobody, RINA@MOKA.EXAMPLE");
                refuses(jdbc, place, WRITTEN.toLowerCase());
                refuses(jdbc, place, "");
                assertThat(text(jdbc, place)).isEqualTo(WRITTEN);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesItForNobodyWhoIsErasedAlreadyAndForNoNameOfAnotherPartner(Kind kind) {
        try (var house = written(kind)) {
            var jdbc = house.getBean(JdbcClient.class);
            jdbc.sql("update playbook.contact set partner = 'qasir-1' where id = 1")
                    .update();
            evidence(kind).forEach(place -> refuses(jdbc, place, "Contact 1, RINA@MOKA.EXAMPLE"));
            evidence(kind).forEach(place -> change(jdbc, place, "Rina Halim, Contact 1"));

            jdbc.sql("update playbook.contact set partner = 'moka-1', erased_on = current_date where id = 1")
                    .update();
            evidence(kind).forEach(place -> refuses(jdbc, place, "Contact 1, Contact 1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void changesNothingElseWithIt(Kind kind) {
        try (var house = written(kind)) {
            var jdbc = house.getBean(JdbcClient.class);
            var beside = kind == Kind.H2
                    ? List.of("terms_version set notice_days = 1, note")
                    : List.of(
                            "terms_version set notice_days = 1, note",
                            "contract_review set decision = 'REJECT', comment",
                            "pilot set target_active_percent = 1, scope",
                            "pilot_customer set place = 2, name",
                            "pilot_letter set answer = 'REJECT', comment");
            for (var change : beside) {
                assertThatThrownBy(() -> jdbc.sql("update playbook." + change + " = 'Contact 1, Contact 1'")
                                .update())
                        .hasMessageContaining("never");
            }
        }
    }

    private static ConfigurableApplicationContext written(Kind kind) {
        var house = Rooms.open(kind.database());
        Rooms.partnerships(house, "moka-1", "qasir-1");
        var jdbc = house.getBean(JdbcClient.class);
        for (var one : List.of(NAME + ":moka-1:" + ADDRESS, "Bima Putra:moka-1:bima@moka.example")) {
            jdbc.sql("insert into playbook.contact (name, partner, mail, role, language, do_not_contact, mutual) "
                            + "values (?, ?, ?, '', 'en', false, false)")
                    .params((Object[]) one.split(":"))
                    .update();
        }
        jdbc.sql("insert into playbook.document (partnership, kind, name, type, sha256, size, content, stored_at, "
                        + "stored_by) values ('moka-1', 'OTHER', 'a.pdf', 'application/pdf', ?, 1, ?, "
                        + "current_timestamp, 'sari')")
                .params("0".repeat(64), new byte[1])
                .update();
        Mentions.writeTerms(jdbc, "moka-1", NAME, ADDRESS);
        jdbc.sql("update playbook.terms_version set status = 'SIGNED', contract = 1, signatory_us = 'Us', "
                        + "signed_on = current_date, signed_copy = 1, signature_by = 'sari', "
                        + "valid_from = current_date, valid_to = current_date")
                .update();
        Mentions.writeInEvidence(jdbc, "moka-1", NAME, ADDRESS);
        return house;
    }

    private static void refuses(JdbcClient jdbc, String place, String text) {
        assertThatThrownBy(() -> change(jdbc, place, text))
                .as(place + ": " + text)
                .hasMessageContaining("never");
    }

    private static void change(JdbcClient jdbc, String place, String text) {
        var names = place.split("\\.");
        jdbc.sql("update playbook." + names[0] + " set " + names[1] + " = ?")
                .param(text)
                .update();
    }

    private static String text(JdbcClient jdbc, String place) {
        var names = place.split("\\.");
        return jdbc.sql("select " + names[1] + " from playbook." + names[0])
                .query(String.class)
                .single();
    }
}
