package com.clario.playbook.partnership;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.document.Cases;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.programme.StartGate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts, moves and ends partnerships; every act leaves a line in the timeline. */
@Service
public class Partnerships implements Cases {

    /** The condition for the rows of a table that belong to the partnerships of {@code :partner}. */
    public static final String OF_PARTNER =
            "partnership in (select code from playbook.partnership where partner = :partner)";

    private final PartnershipTable table;
    private final PartnershipProcess process;
    private final Partners partners;
    private final StartGate gate;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Partnerships(
            PartnershipTable table,
            PartnershipProcess process,
            Partners partners,
            StartGate gate,
            People people,
            Timeline timeline,
            BusinessDays days,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.process = process;
        this.partners = partners;
        this.gate = gate;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
        this.news = news;
        this.clock = clock;
    }

    /** A stage has passed its planned end; told once for each stage. */
    public record StageOverdue(Partnership partnership) {}

    /**
     * Starts a partnership and its process; the first task is then in Tasklist.
     *
     * @throws Refusal when the partner's type does not allow the model, the owner is neither in partnerships nor a manager, or the partner already
     *     has an open partnership of this model
     */
    @Transactional
    public Partnership start(String partnerCode, Model model, String owner, String why) {
        var partner = partners.hold(partnerCode);
        check(partner, model);
        checkOwner(owner);
        table.openOf(partnerCode, model).ifPresent(open -> refuseSecond(partner, model, open));
        var code = partnerCode + "-" + (table.countOf(partnerCode) + 1);
        table.insert(code, partner, model, owner, days.today());
        timeline.add(code, "partnership", "Partnership started: " + partner.name() + ", " + model.label(), why);
        process.start(code);
        return get(code);
    }

    public Partnership get(String code) {
        return find(code).orElseThrow(() -> new Refusal("There is no partnership " + code + "."));
    }

    /** The same, kept as it is for the caller's transaction: whoever else wants to change it waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Partnership hold(String code) {
        table.hold(code);
        return get(code);
    }

    public Optional<Partnership> find(String code) {
        return table.find(code);
    }

    @Override
    public boolean exists(String code) {
        return find(code).isPresent();
    }

    /** All partnerships that have not ended, oldest first. */
    public List<Partnership> open() {
        return table.all().stream().filter(Partnership::open).toList();
    }

    public List<Partnership> all() {
        return table.all();
    }

    /** All partnerships of one partner, oldest first: a new attempt shows the earlier ones. */
    public List<Partnership> of(String partner) {
        return table.all().stream().filter(one -> one.partner().equals(partner)).toList();
    }

    public Partner partner(String code) {
        return partners.get(get(code).partner());
    }

    public List<Partnership.Visit> visits(String code) {
        return table.visits(code);
    }

    /**
     * Refuses a model this partnership cannot change to.
     *
     * @throws Refusal when the partner's type does not allow it, or another open partnership with the partner has it
     */
    public void requireFree(String code, Model model) {
        var partner = partner(code);
        check(partner, model);
        table.openOf(partner.code(), model)
                .filter(open -> !open.equals(code))
                .ifPresent(open -> refuseSecond(partner, model, open));
    }

    /** Changes how we work together, once both have signed it so; the partner is held meanwhile. */
    @Transactional
    public void changeModel(String code, Model model) {
        var partnership = get(code);
        if (partnership.model() == model || !partnership.open()) {
            return;
        }
        partners.hold(partnership.partner());
        requireFree(code, model);
        table.changeModel(partnership, model);
        timeline.add(
                code,
                "partnership",
                "Model changed from " + partnership.model().label() + " to " + model.label(),
                "Agreed in the signed terms");
        news.publishEvent(new Partnership.ModelChanged(code, partnership.model(), model));
    }

    /** Out of the first stage goes only whom a round has let start, also where somebody moved the drawing by hand. */
    @Transactional
    void enterStage(String code, Stage stage) {
        var partnership = get(code);
        if (partnership.stage() == Stage.IDENTIFY && stage != Stage.IDENTIFY) {
            gate.require(code);
        }
        if (!table.hasVisited(code, stage)) {
            var today = days.today();
            table.enter(code, stage, today, partnership.plannedEnd(stage).orElse(null));
            timeline.add(code, stage.word(), "Stage begins: " + stage.label(), null);
        }
    }

    /** Makes it known, once, that the present stage has passed its planned end. */
    @Transactional
    void tellOverdue(String code) {
        var partnership = hold(code);
        var now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        if (partnership.overdue(days.today()) && table.markOverdue(code, partnership.stage(), now)) {
            news.publishEvent(new StageOverdue(partnership));
        }
    }

    /** Ends it, whichever way; nothing happens where it has ended already. */
    @Transactional
    public void close(String code, String outcome) {
        if (get(code).open()) {
            table.close(code, outcome, days.today());
            timeline.add(code, "partnership", Timeline.ENDED + Partnership.outcomeLabel(outcome), null);
            news.publishEvent(new PartnershipClosed(code, outcome));
        }
    }

    private static void check(Partner partner, Model model) {
        if (model == null) {
            throw new Refusal("Model: choose how we would work with " + partner.name() + ".");
        }
        if (!partner.allows(model)) {
            throw new Refusal("Model: " + model.label() + " is not for "
                    + partner.type().label() + " partners; choose "
                    + String.join(
                            " or ",
                            partner.type().models().stream().map(Model::label).toList()) + ".");
        }
    }

    private void checkOwner(String owner) {
        if (people.find(owner).filter(Partnerships::mayOwn).isEmpty()) {
            throw new Refusal("Owner: choose somebody from partnerships or a manager.");
        }
    }

    /** Everybody who can answer for a partnership, by name. */
    public List<Person> possibleOwners() {
        return Stream.of(Groups.PARTNERSHIPS, Groups.MANAGERS)
                .flatMap(group -> people.in(group).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private static boolean mayOwn(Person person) {
        return person.isIn(Groups.PARTNERSHIPS) || person.isIn(Groups.MANAGERS);
    }

    private static void refuseSecond(Partner partner, Model model, String open) {
        throw new Refusal(partner.name() + " already has an open " + model.label() + " partnership: " + open
                + ". Go on with that one, or choose another model.");
    }
}
