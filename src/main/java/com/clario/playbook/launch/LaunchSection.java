package com.clario.playbook.launch;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.launch.connection.Connections;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The launch on the case page: what is prepared, what is missing and why, how the partner is connected, the go-live. */
@Component
@Order(30)
class LaunchSection implements CaseSection {

    private final Launches launches;
    private final ReferralCodes codes;
    private final Connections connections;
    private final Rules rules;
    private final People people;

    LaunchSection(Launches launches, ReferralCodes codes, Connections connections, Rules rules, People people) {
        this.launches = launches;
        this.codes = codes;
        this.connections = connections;
        this.rules = rules;
        this.people = people;
    }

    /**
     * What the page shows.
     *
     * @param now the newest launch
     * @param earlier those before it, newest first
     * @param readiness the rules' word on it; null before they were asked, and again after every change
     * @param liveSince the first day of the partnership; null while it never was live
     * @param referral the code that counts now; null where there is none
     * @param link where a client goes with that code
     * @param mayConnect whether the reader may issue and revoke keys
     */
    record View(
            Launch now,
            List<Launch> earlier,
            Decision readiness,
            LocalDate liveSince,
            Connections.State connection,
            ReferralCode referral,
            String link,
            boolean mayConnect) {}

    @Override
    public String template() {
        return "launch/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        var all = launches.all(partnership.code());
        return all.stream().findFirst().map(now -> view(partnership, now, all.subList(1, all.size())));
    }

    private View view(Partnership partnership, Launch now, List<Launch> earlier) {
        var referral = codes.of(partnership.code());
        return new View(
                now,
                earlier,
                now.readiness() == null ? null : rules.decision(now.readiness()),
                launches.liveSince(partnership.code()).orElse(null),
                connections.of(partnership.code()),
                referral.orElse(null),
                referral.map(one -> codes.link(one.code())).orElse(null),
                partnership.open() && (people.currentIsIn(PARTNERSHIPS) || people.currentIsIn(MANAGERS)));
    }
}
