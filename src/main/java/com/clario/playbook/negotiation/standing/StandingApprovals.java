package com.clario.playbook.negotiation.standing;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.standing.StandingApproval.Use;
import com.clario.playbook.negotiation.standing.StandingApproval.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All standing approvals and where they were used; an approval is withdrawn, never changed. */
@Repository
public class StandingApprovals {

    private static final String APPROVAL =
            "select a.*, (select count(*) from playbook.standing_use u where u.approval = a.id) as uses "
                    + "from playbook.standing_approval a ";

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    StandingApprovals(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** All of them, newest first. */
    public List<StandingApproval> all() {
        return jdbc.sql(APPROVAL + "order by a.id desc")
                .query(StandingApprovals::approval)
                .list();
    }

    public StandingApproval get(long id) {
        return jdbc.sql(APPROVAL + "where a.id = ?")
                .param(id)
                .query(StandingApprovals::approval)
                .optional()
                .orElseThrow(() -> new Refusal("There is no such approval."));
    }

    /** The newest approval that stands for this text and was given by somebody else than the proposer. */
    public Optional<StandingApproval> standing(String fingerprint, String proposer) {
        return all().stream()
                .filter(approval -> approval.holdsFor(fingerprint))
                .filter(approval -> !approval.approvedBy().equals(proposer))
                .findFirst();
    }

    /** Approves a text for all later partners, in the name of the person who has just approved this contract. */
    public void add(String model, String fingerprint, int version, Document contract) {
        jdbc.sql("insert into playbook.standing_approval (model, fingerprint, partnership, number, contract, "
                        + "approved_by, approved_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        model,
                        fingerprint,
                        contract.partnership(),
                        version,
                        contract.id(),
                        people.current().id(),
                        now())
                .update();
    }

    /** Takes an approval back: contracts not yet signed under it need a review of their own. */
    @Transactional
    public void withdraw(long id, String why) {
        if (!people.currentIsIn(Groups.LEGAL)) {
            throw new Refusal("Only legal can withdraw a standing approval.");
        }
        var reason = why == null ? "" : why.strip();
        if (reason.isEmpty() || reason.length() > 1000) {
            throw new Refusal("Why: say in up to 1,000 characters why it no longer holds.");
        }
        get(id);
        var withdrawn = jdbc.sql("update playbook.standing_approval set withdrawn_by = ?, withdrawn_at = ?, "
                        + "withdrawn_why = ? where id = ? and withdrawn_at is null")
                .params(people.current().id(), now(), reason, id)
                .update();
        if (withdrawn == 0) {
            throw new Refusal("This approval is withdrawn already.");
        }
    }

    /** Notes that a contract needs no review because of an approval. */
    public void use(StandingApproval approval, int version, Document contract, long newest) {
        jdbc.sql("insert into playbook.standing_use (partnership, number, approval, contract_sha256, "
                        + "newest_document, used_at) values (?, ?, ?, ?, ?, ?)")
                .params(contract.partnership(), version, approval.id(), contract.sha256(), newest, now())
                .update();
    }

    /** The same approval as it is now, and nobody withdraws it until the transaction ends. */
    public StandingApproval hold(long id) {
        jdbc.sql("select id from playbook.standing_approval where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return get(id);
    }

    public Optional<Use> use(String partnership, int version) {
        return jdbc.sql("select * from playbook.standing_use where partnership = ? and number = ?")
                .params(partnership, version)
                .query(StandingApprovals::use)
                .optional();
    }

    /** The contracts made under an approval, oldest first. */
    public List<Use> uses(long approval) {
        return jdbc.sql("select * from playbook.standing_use where approval = ? order by used_at, partnership")
                .param(approval)
                .query(StandingApprovals::use)
                .list();
    }

    private static StandingApproval approval(ResultSet row, int n) throws SQLException {
        return new StandingApproval(
                row.getLong("id"),
                row.getString("model"),
                row.getString("fingerprint"),
                row.getString("partnership"),
                row.getInt("number"),
                row.getLong("contract"),
                row.getString("approved_by"),
                row.getObject("approved_at", OffsetDateTime.class).toInstant(),
                row.getString("withdrawn_by") == null ? null : withdrawal(row),
                row.getInt("uses"));
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        return new Withdrawal(
                row.getString("withdrawn_by"),
                row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                row.getString("withdrawn_why"));
    }

    private static Use use(ResultSet row, int n) throws SQLException {
        return new Use(
                row.getString("partnership"),
                row.getInt("number"),
                row.getLong("approval"),
                row.getString("contract_sha256"),
                row.getLong("newest_document"),
                row.getObject("used_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
