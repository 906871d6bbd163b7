package com.clario.playbook.desk;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.document.Documents;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Drawing;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Stage;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.partnership.page.Attempts;
import com.clario.playbook.partnership.page.CaseSection;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Gathers what every room knows of one partnership. */
@Service
class CaseFile {

    private final Partnerships partnerships;

    private final PartnershipProcess process;
    private final Timeline timeline;
    private final List<CaseSection> rooms;
    private final Attempts attempts;
    private final Documents documents;
    private final Rules rules;
    private final Map<String, RuleSet<?>> ruleSets;
    private final People people;
    private final BusinessDays days;

    CaseFile(
            Partnerships partnerships,
            PartnershipProcess process,
            Timeline timeline,
            List<CaseSection> rooms,
            Attempts attempts,
            Documents documents,
            Rules rules,
            List<RuleSet<?>> ruleSets,
            People people,
            BusinessDays days) {
        this.partnerships = partnerships;
        this.process = process;
        this.timeline = timeline;
        this.rooms = rooms;
        this.attempts = attempts;
        this.documents = documents;
        this.rules = rules;
        this.ruleSets = ruleSets.stream().collect(Collectors.toMap(RuleSet::name, one -> one));
        this.people = people;
        this.days = days;
    }

    /** A stage on the way: {@code done}, {@code now} or {@code ahead}, with planned and actual days. */
    record Milestone(Stage stage, String state, LocalDate planned, LocalDate entered, LocalDate left, boolean late) {}

    /** A running drawing: which steps it stands at, and whether people or a wait are found in it. */
    record Picture(Drawing drawing, String steps, String ids, boolean first) {}

    /** A decision with the question it answers, its reasons and what was known, all by the labels of the rules desk. */
    record Judged(
            Decision decision,
            String question,
            String verdict,
            String sums,
            List<Reason> reasons,
            Map<String, String> known) {}

    /** A row that fired, and what it counts. */
    record Reason(String row, String reason, String effect) {}

    /** What one room shows, and the template that draws it. */
    record Room(String template, Object shown) {}

    Map<String, Object> sections(Partnership partnership) {
        var code = partnership.code();
        var stored = documents.of(code);
        var sections = new HashMap<String, Object>();
        sections.put("plan", Plan.of(partnership, days.today()));
        sections.put("milestones", milestones(partnership));
        sections.put("decisions", decisions(code));
        sections.put("timeline", timeline.of(code));
        sections.put("documents", stored);
        sections.put("names", new Names(people));
        sections.put("zone", days.zone().getId());
        sections.put("rooms", rooms(partnership));
        sections.put("others", attempts.besides(partnership));
        return sections;
    }

    /** The running drawings; the one where people work or something is awaited first to be seen. */
    List<Picture> pictures(String code, List<Board.Work> tasks) {
        var drawings = process.drawings(code);
        var busy = drawings.stream()
                .filter(one -> one.active().stream().anyMatch(step -> isTask(step, tasks)))
                .findFirst()
                .orElse(drawings.isEmpty() ? null : drawings.get(drawings.size() - 1));
        return drawings.stream().map(one -> picture(one, one == busy)).toList();
    }

    private static boolean isTask(Drawing.Step step, List<Board.Work> tasks) {
        return tasks.stream().anyMatch(work -> work.task().step().equals(step.id()));
    }

    private static Picture picture(Drawing drawing, boolean first) {
        return new Picture(
                drawing,
                drawing.active().stream().map(Drawing.Step::name).collect(Collectors.joining(", ")),
                drawing.active().stream().map(Drawing.Step::id).collect(Collectors.joining(" ")),
                first);
    }

    private List<Milestone> milestones(Partnership partnership) {
        var visits = partnerships.visits(partnership.code()).stream()
                .collect(Collectors.toMap(Partnership.Visit::stage, visit -> visit));
        return Stream.of(Stage.values())
                .map(stage -> milestone(partnership, stage, visits.get(stage)))
                .toList();
    }

    private Milestone milestone(Partnership partnership, Stage stage, Partnership.Visit visit) {
        if (visit == null) {
            return new Milestone(stage, "ahead", partnership.plannedEnd(stage).orElse(null), null, null, false);
        }
        var planned = visit.plannedEnd();
        var until = visit.leftOn() == null ? today(partnership) : visit.leftOn();
        var state = visit.leftOn() == null ? "now" : "done";
        return new Milestone(
                stage, state, planned, visit.enteredOn(), visit.leftOn(), planned != null && until.isAfter(planned));
    }

    /** In a pause no day goes by. */
    private LocalDate today(Partnership partnership) {
        return partnership.paused() ? partnership.pause().since() : days.today();
    }

    private List<Judged> decisions(String code) {
        return newestFirst(rules.decisions(code)).stream().map(this::judged).toList();
    }

    private Judged judged(Decision decision) {
        var set = ruleSets.get(decision.ruleSet());
        UnaryOperator<String> label = set == null ? RuleSet::spoken : set::label;
        var known = new LinkedHashMap<String, String>();
        decision.facts().forEach((fact, value) -> {
            var called = label.apply(fact);
            known.put(known.containsKey(called) ? RuleSet.spoken(fact) : called, said(value));
        });
        return new Judged(
                decision,
                set == null ? decision.ruleSet() : set.title(),
                decision.undecided() ? "A person decides" : Fired.inWords(decision.verdict()),
                Fired.inWords(decision.sums(), label),
                decision.fired().stream()
                        .map(row -> new Reason(row.row(), row.reason(), Fired.inWords(row.values(), label)))
                        .toList(),
                known);
    }

    /** Choices are kept as codes; what is written in capitals by everybody stays so. */
    private static String said(String value) {
        return switch (value) {
            case "true", "YES" -> "yes";
            case "false", "NO" -> "no";
            case "" -> "–";
            default -> value.matches("[A-Z_]{4,}") ? Fired.inWords(value) : value;
        };
    }

    private List<Room> rooms(Partnership partnership) {
        return rooms.stream()
                .flatMap(one -> one.of(partnership).map(shown -> new Room(one.template(), shown)).stream())
                .toList();
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        var turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    /** People by id, as the page calls them. */
    record Names(People people) {

        public String of(String id) {
            return people.find(id).map(Person::name).orElse("system".equals(id) ? Person.SYSTEM.name() : id);
        }
    }
}
