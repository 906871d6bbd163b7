package com.clario.playbook.partnership;

import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.ModelsInUse;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partnership.Partnership.Pause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of partnerships and of the stages they have been in. */
@Repository
class PartnershipTable implements ModelsInUse {

    private static final String PARTNERSHIP = "select p.*, q.name as partner_name, u.paused_on, u.until_day, "
            + "u.reason as pause_reason, u.paused_by from playbook.partnership p "
            + "join playbook.partner q on q.code = p.partner left join playbook.pause u on u.open_mark = p.code ";

    private final JdbcClient jdbc;

    PartnershipTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Partnership> find(String code) {
        return jdbc.sql(PARTNERSHIP + "where p.code = ?")
                .param(code)
                .query(PartnershipTable::partnership)
                .optional();
    }

    List<Partnership> all() {
        return jdbc.sql(PARTNERSHIP + "order by p.started_on, p.code")
                .query(PartnershipTable::partnership)
                .list();
    }

    /** Nobody else changes the case before this transaction is over. */
    void hold(String code) {
        jdbc.sql("select code from playbook.partnership where code = ? for update")
                .param(code)
                .query(String.class)
                .optional();
    }

    Optional<String> openOf(String partner, Model model) {
        return jdbc.sql("select code from playbook.partnership where open_mark = ?")
                .param(mark(partner, model))
                .query(String.class)
                .optional();
    }

    @Override
    public Set<Model> of(String partner) {
        return jdbc.sql("select model from playbook.partnership where partner = ? and open_mark is not null")
                .param(partner)
                .query(Model.class)
                .set();
    }

    int countOf(String partner) {
        return jdbc.sql("select count(*) from playbook.partnership where partner = ?")
                .param(partner)
                .query(Integer.class)
                .single();
    }

    void insert(String code, Partner partner, Model model, String owner, LocalDate today) {
        jdbc.sql("insert into playbook.partnership "
                        + "(code, partner, model, stage, owner, started_on, stage_since, open_mark) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        code,
                        partner.code(),
                        model.name(),
                        Stage.IDENTIFY.name(),
                        owner,
                        today,
                        today,
                        mark(partner.code(), model))
                .update();
    }

    void changeModel(Partnership partnership, Model model) {
        jdbc.sql("update playbook.partnership set model = ?, open_mark = ? where code = ? and open_mark is not null")
                .params(model.name(), mark(partnership.partner(), model), partnership.code())
                .update();
    }

    void enter(String code, Stage stage, LocalDate today, LocalDate plannedEnd) {
        jdbc.sql("update playbook.stage_visit set left_on = ? where partnership = ? and left_on is null")
                .params(today, code)
                .update();
        jdbc.sql("insert into playbook.stage_visit (partnership, stage, entered_on, planned_end) values (?, ?, ?, ?)")
                .params(code, stage.name(), today, plannedEnd)
                .update();
        jdbc.sql("update playbook.partnership set stage = ?, stage_since = ? where code = ?")
                .params(stage.name(), today, code)
                .update();
    }

    /** Whether nobody has been told yet that this stage is overdue. */
    boolean markOverdue(String code, Stage stage, OffsetDateTime now) {
        return jdbc.sql("update playbook.stage_visit set overdue_told_at = ? "
                                + "where partnership = ? and stage = ? and overdue_told_at is null")
                        .params(now, code, stage.name())
                        .update()
                > 0;
    }

    void close(String code, String outcome, LocalDate today) {
        jdbc.sql("update playbook.stage_visit set left_on = ? where partnership = ? and left_on is null")
                .params(today, code)
                .update();
        jdbc.sql("update playbook.partnership set outcome = ?, ended_on = ?, open_mark = null where code = ?")
                .params(outcome, today, code)
                .update();
    }

    boolean hasVisited(String code, Stage stage) {
        return visits(code).stream().anyMatch(visit -> visit.stage() == stage);
    }

    List<Partnership.Visit> visits(String code) {
        return jdbc.sql("select stage, entered_on, planned_end, left_on from playbook.stage_visit "
                        + "where partnership = ? order by entered_on, id")
                .param(code)
                .query((row, n) -> new Partnership.Visit(
                        Stage.valueOf(row.getString("stage")),
                        row.getObject("entered_on", LocalDate.class),
                        row.getObject("planned_end", LocalDate.class),
                        row.getObject("left_on", LocalDate.class)))
                .list();
    }

    /** Unique while open: the database itself refuses a second open partnership of the same partner and model. */
    private static String mark(String partner, Model model) {
        return partner + "/" + model.name();
    }

    private static Partnership partnership(ResultSet row, int n) throws SQLException {
        return new Partnership(
                row.getString("code"),
                row.getString("partner"),
                row.getString("partner_name"),
                Model.valueOf(row.getString("model")),
                Stage.valueOf(row.getString("stage")),
                row.getString("owner"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("stage_since", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("outcome"),
                row.getInt("paused_days"),
                row.getString("pause_reason") == null ? null : pause(row));
    }

    private static Pause pause(ResultSet row) throws SQLException {
        return new Pause(
                row.getObject("paused_on", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("pause_reason"),
                row.getString("paused_by"));
    }
}
