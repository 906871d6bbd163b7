package com.clario.playbook.identify.research;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.identify.research.Research.Evidence;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All research ever done; it is added to and never changed. */
@Repository
public class Researches implements Written {

    private final JdbcClient jdbc;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Timeline timeline;

    Researches(JdbcClient jdbc, Partnerships partnerships, Partners partners, Timeline timeline) {
        this.jdbc = jdbc;
        this.partnerships = partnerships;
        this.partners = partners;
        this.timeline = timeline;
    }

    /** Everything found out about a candidate, newest first. */
    public List<Research> of(String partnership) {
        return jdbc.sql("select * from playbook.research where partnership = ? order by id desc")
                .param(partnership)
                .query(this::research)
                .list();
    }

    public Optional<Research> newest(String partnership) {
        return of(partnership).stream().findFirst();
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("Starts before the fit was confirmed", "start_permit", OF_PARTNER, "reason")
                        .beside("partnership"),
                Place.of(
                                "Evidence",
                                "evidence",
                                "research in (select id from playbook.research where " + OF_PARTNER + ")",
                                "source",
                                "note")
                        .beside("criterion", "found_on"),
                Place.of(
                                "Rounds",
                                "round",
                                "id in (select round from playbook.round_candidate where " + OF_PARTNER + ")",
                                "reason")
                        .beside("opened_on", "decided_on"));
    }

    /** Keeps the research and brings the catalogue up to date with it. */
    @Transactional
    public void keep(Research research) {
        var partnership = partnerships.get(research.partnership());
        add(research);
        var type = partnerships.partner(partnership.code()).type();
        var asked = Stream.of(Criterion.values()).filter(one -> one.asks(type)).toList();
        asked.forEach(criterion -> partners.know(fact(partnership.partner(), research, criterion)));
        var unproven = asked.stream().filter(one -> !research.proven(one)).toList();
        timeline.add(
                partnership.code(),
                "identify",
                "Researched: " + (asked.size() - unproven.size()) + " of " + asked.size() + " answers have a source",
                unproven.isEmpty()
                        ? null
                        : "Without a source: "
                                + unproven.stream().map(Criterion::label).collect(Collectors.joining(", ")));
    }

    private void add(Research research) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("insert into playbook.research (partnership, done_on, done_by, merchants, overlap, api, "
                        + "analytics_gap, upsell, sponsor, leads, trusted, competitor, troubled) values (:partnership, :on, :who, "
                        + ":merchants, :overlap, :api, :analyticsGap, :upsell, :sponsor, :leads, :trusted, :competitor, "
                        + ":troubled)")
                .paramSource(research)
                .update(id, "id");
        research.evidence().forEach(one -> add(id.getKeyAs(Long.class), one));
    }

    private void add(Long research, Evidence evidence) {
        jdbc.sql("insert into playbook.evidence (research, criterion, source, found_on, note) values (?, ?, ?, ?, ?)")
                .params(research, evidence.criterion().name(), evidence.source(), evidence.on(), evidence.note())
                .update();
    }

    private List<Evidence> evidence(long research) {
        return jdbc.sql("select * from playbook.evidence where research = ? order by id")
                .param(research)
                .query((row, n) -> new Evidence(
                        Criterion.valueOf(row.getString("criterion")),
                        row.getString("source"),
                        row.getObject("found_on", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    private Research research(ResultSet row, int n) throws SQLException {
        return new Research(
                row.getString("partnership"),
                row.getObject("done_on", LocalDate.class),
                row.getString("done_by"),
                row.getInt("merchants"),
                row.getInt("overlap"),
                row.getString("api"),
                row.getBoolean("analytics_gap"),
                row.getBoolean("upsell"),
                row.getBoolean("sponsor"),
                row.getInt("leads"),
                row.getBoolean("trusted"),
                row.getBoolean("competitor"),
                row.getBoolean("troubled"),
                evidence(row.getLong("id")));
    }

    private static Fact fact(String partner, Research research, Criterion criterion) {
        var evidence = research.newest(criterion);
        return new Fact(
                partner,
                criterion.word(),
                research.worth(criterion),
                evidence.map(Research.Evidence::source).orElse(null),
                evidence.map(Research.Evidence::on).orElse(research.on()),
                evidence.map(Research.Evidence::note).orElse(null));
    }
}
