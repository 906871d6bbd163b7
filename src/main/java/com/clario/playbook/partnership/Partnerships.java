package com.clario.playbook.partnership;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.document.Cases;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.Partners;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
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
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;
    private final ApplicationEventPublisher news;

    Partnerships(
            PartnershipTable table,
            PartnershipProcess process,
            Partners partners,
            People people,
            Timeline timeline,
            BusinessDays days,
            ApplicationEventPublisher news) {
        this.table = table;
        this.process = process;
        this.partners = partners;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
        this.news = news;
    }

    /**
     * Starts a partnership and its process; the first task is then in Tasklist.
     *
     * @throws Refusal when the partner's type does not allow the model, the owner is neither in partnerships nor a manager, or the partner already
     *     has an open partnership of this model
     */
    @Transactional
    public Partnership start(String partnerCode, Model model, String owner, String why) {
        var partner = partners.hold(partnerCode);
        check(partner, model, owner);
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

    @Transactional
    void enterStage(String code, Stage stage) {
        var partnership = get(code);
        if (!table.hasVisited(code, stage)) {
            var today = days.today();
            table.enter(
                    code,
                    stage,
                    today,
                    stage.plannedEnd(partnership.startedOn()).orElse(null));
            timeline.add(code, stage.word(), "Stage begins: " + stage.label(), null);
        }
    }

    @Transactional
    void close(String code, String outcome) {
        if (get(code).open()) {
            table.close(code, outcome, days.today());
            timeline.add(code, "partnership", "Partnership ended: " + Partnership.outcomeLabel(outcome), null);
            news.publishEvent(new PartnershipClosed(code, outcome));
        }
    }

    private void check(Partner partner, Model model, String owner) {
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
        if (people.find(owner).filter(Partnerships::mayOwn).isEmpty()) {
            throw new Refusal("Owner: choose somebody from partnerships or a manager.");
        }
    }

    private static boolean mayOwn(Person person) {
        return person.isIn(Groups.PARTNERSHIPS) || person.isIn(Groups.MANAGERS);
    }

    private static void refuseSecond(Partner partner, Model model, String open) {
        throw new Refusal(partner.name() + " already has an open " + model.label() + " partnership: " + open
                + ". Go on with that one, or choose another model.");
    }
}
