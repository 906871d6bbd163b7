package com.clario.playbook.optimize.end;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The wind-down on the case page: where it stands, and what a manager can still do. */
@Component
@Order(45)
class WindDownSection implements CaseSection {

    private final WindDowns windDowns;
    private final People people;
    private final BusinessDays days;

    WindDownSection(WindDowns windDowns, People people, BusinessDays days) {
        this.windDowns = windDowns;
        this.people = people;
        this.days = days;
    }

    /**
     * What the page shows of a wind-down.
     *
     * @param daysLeft until the last day; null before notice is given and when it has passed
     * @param mayAct whether this person may end or withdraw the running notice
     */
    record Shown(String code, WindDown end, LocalDate lastDay, Long daysLeft, String accounts, boolean mayAct) {}

    @Override
    public String template() {
        return "optimize/end";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        return windDowns.of(partnership.code()).stream().findFirst().map(one -> shown(partnership, one));
    }

    private Shown shown(Partnership partnership, WindDown one) {
        var last = one.lastDay().orElse(null);
        var left = last == null ? null : ChronoUnit.DAYS.between(days.today(), last);
        return new Shown(
                partnership.code(),
                one,
                last,
                left == null || left < 0 ? null : left,
                one.settlement() == null ? null : Closing.line(one.settlement()),
                partnership.going() && one.running() && people.currentIsIn(Groups.MANAGERS));
    }
}
