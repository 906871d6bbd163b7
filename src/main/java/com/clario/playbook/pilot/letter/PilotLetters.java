package com.clario.playbook.pilot.letter;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.signing.Answer;
import com.clario.playbook.document.signing.Signature;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import com.clario.playbook.pilot.letter.Letter.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All pilot letters; what legal said about one is never changed. */
@Repository
public class PilotLetters implements Written {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    PilotLetters(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** All letters of a partnership's pilot, newest first. */
    public List<Letter> of(String partnership) {
        return jdbc.sql("select * from playbook.pilot_letter where partnership = ? order by number desc")
                .param(partnership)
                .query(PilotLetters::letter)
                .list();
    }

    public Optional<Letter> latest(String partnership) {
        return of(partnership).stream().findFirst();
    }

    /** How often legal has asked for changes. */
    public long changeRequests(String partnership) {
        return of(partnership).stream().filter(Letter::wantsChanges).count();
    }

    public void add(int number, Document draft, String planner) {
        jdbc.sql("insert into playbook.pilot_letter (partnership, number, document, document_sha256, planned_by, "
                        + "drafted_at) values (?, ?, ?, ?, ?, ?)")
                .params(draft.partnership(), number, draft.id(), draft.sha256(), planner, now())
                .update();
    }

    /** Takes legal's word on a letter, in the name of the person who acts. */
    public void review(Letter letter, Answer answer, String comment, long newest) {
        changed(jdbc.sql(
                        "update playbook.pilot_letter set answer = ?, comment = ?, reviewed_by = ?, "
                                + "reviewed_at = ?, newest_document = ? where partnership = ? and number = ? and answer is null")
                .params(
                        answer.name(),
                        comment,
                        people.current().id(),
                        now(),
                        newest,
                        letter.partnership(),
                        letter.number())
                .update());
    }

    public void sign(Letter letter, Signature signature) {
        changed(jdbc.sql("update playbook.pilot_letter set signatory_partner = ?, signatory_us = ?, signed_on = ?, "
                        + "signed_copy = ?, signature_by = ?, signature_note = ? "
                        + "where partnership = ? and number = ? and answer = 'APPROVE' and signed_copy is null")
                .params(
                        signature.partner(),
                        signature.us(),
                        signature.signedOn(),
                        signature.copy(),
                        signature.recordedBy(),
                        signature.note(),
                        letter.partnership(),
                        letter.number())
                .update());
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw new Refusal("Somebody else worked on this letter at the same moment. Reload and try again.");
        }
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        return new Letter(
                row.getString("partnership"),
                row.getInt("number"),
                row.getLong("document"),
                row.getString("document_sha256"),
                row.getString("planned_by"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getString("answer") == null ? null : review(row),
                row.getObject("signed_copy", Long.class) == null ? null : Signature.of(row));
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                Answer.valueOf(row.getString("answer")),
                row.getString("comment"),
                row.getString("reviewed_by"),
                row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                row.getLong("newest_document"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("Pilot letters", "pilot_letter", OF_PARTNER, "comment", "signature_note")
                        .beside("partnership"),
                Place.of(
                                "Signatories of pilot letters",
                                "pilot_letter",
                                OF_PARTNER,
                                "signatory_partner",
                                "signatory_us")
                        .beside("partnership")
                        .stays(
                                "A signed letter is kept, with who signed it, as long as claims can arise from the pilot."));
    }
}
