package com.clario.playbook.negotiation.contract;

import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.signing.Answer;
import com.clario.playbook.engine.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What legal said about each contract; reviews are added and never changed. */
@Repository
public class ContractReviews {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The clauses legal goes through; all are needed to approve. */
    public enum Clause {
        PARTIES("Parties and authority to sign"),
        SCOPE("Product and scope"),
        MONEY("Revenue share and base"),
        DATA("Customer data and confidentiality"),
        LIABILITY("Liability"),
        EXIT("Duration, notice and exit"),
        LAW("Governing law and language");

        private final String label;

        Clause(String label) {
            this.label = label;
        }

        /** The clauses a form's checklist sends. */
        public static List<Clause> read(String ticked) {
            try {
                return ticked == null ? List.of() : List.of(JSON.readValue(ticked, Clause[].class));
            } catch (JsonProcessingException unknown) {
                throw new Refusal("Clauses you checked: tick the clauses of the list.", unknown);
            }
        }

        public String label() {
            return label;
        }
    }

    /**
     * One review of the contract made from one version of the terms.
     *
     * @param contract the document that was reviewed, and its fingerprint
     * @param newestDocument the newest file of the partnership at that moment: a signed copy must be newer
     */
    public record Review(
            String partnership,
            int version,
            Answer answer,
            List<Clause> clauses,
            String comment,
            String reviewer,
            Instant at,
            long contract,
            String contractSha256,
            long newestDocument) {}

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    ContractReviews(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** All reviews of a partnership's contracts, newest first. */
    public List<Review> reviews(String partnership) {
        return jdbc.sql("select * from playbook.contract_review where partnership = ? order by id desc")
                .param(partnership)
                .query(ContractReviews::review)
                .list();
    }

    /** How often legal has asked for changes. */
    public long changeRequests(String partnership) {
        return reviews(partnership).stream()
                .filter(review -> review.answer() == Answer.CHANGES)
                .count();
    }

    /** The last word on a version, if it approves and comes from another person than the proposer. */
    public Optional<Review> approval(String partnership, int version, String proposer) {
        return last(partnership, version)
                .filter(review -> review.answer() == Answer.APPROVE)
                .filter(review -> !review.reviewer().equals(proposer));
    }

    public Optional<Review> last(String partnership, int version) {
        return reviews(partnership).stream()
                .filter(review -> review.version() == version)
                .findFirst();
    }

    /** Adds the word of the person who acts, on the contract made from a version. */
    public void add(int version, Answer answer, List<Clause> clauses, String comment, Document contract, long newest) {
        jdbc.sql(
                        "insert into playbook.contract_review (partnership, number, decision, clauses, comment, reviewed_by, "
                                + "reviewed_at, contract, contract_sha256, newest_document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        contract.partnership(),
                        version,
                        answer.name(),
                        String.join(",", clauses.stream().map(Clause::name).toList()),
                        comment,
                        people.current().id(),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)),
                        contract.id(),
                        contract.sha256(),
                        newest)
                .update();
    }

    private static Review review(ResultSet row, int n) throws SQLException {
        var clauses = row.getString("clauses");
        return new Review(
                row.getString("partnership"),
                row.getInt("number"),
                Answer.valueOf(row.getString("decision")),
                clauses.isEmpty()
                        ? List.of()
                        : List.of(clauses.split(",")).stream()
                                .map(Clause::valueOf)
                                .toList(),
                row.getString("comment"),
                row.getString("reviewed_by"),
                row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                row.getLong("contract"),
                row.getString("contract_sha256"),
                row.getLong("newest_document"));
    }
}
