package com.clario.playbook.launch.connection;

import com.clario.playbook.access.key.ApiKey;
import com.clario.playbook.access.key.ApiKey.Issued;
import com.clario.playbook.access.key.ApiKey.Scope;
import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.activity.Activities;
import com.clario.playbook.activity.Activity;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Stage;
import com.clario.playbook.partnership.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a partner its keys, takes them away, and tells whether something has come in with one. */
@Service
public class Connections {

    static final Duration CHANGE_OVER = Duration.ofDays(7);

    private static final String STAGE = "launch";
    private static final int SHOWN = 10;
    private static final int LONGEST_REASON = 500;

    private final ApiKeys keys;
    private final Activities activities;
    private final Partnerships partnerships;
    private final Timeline timeline;
    private final BusinessDays days;
    private final Clock clock;

    Connections(
            ApiKeys keys,
            Activities activities,
            Partnerships partnerships,
            Timeline timeline,
            BusinessDays days,
            Clock clock) {
        this.keys = keys;
        this.activities = activities;
        this.partnerships = partnerships;
        this.timeline = timeline;
        this.days = days;
        this.clock = clock;
    }

    /**
     * How a partner's connection stands at this moment.
     *
     * @param keys all that ever were, newest first
     * @param live those that open something now
     * @param traced the newest test activity that came with a live key; null while none has
     * @param tests the newest test activities, whichever key they came with
     */
    public record State(List<ApiKey> keys, List<ApiKey> live, Activity traced, List<Activity> tests) {}

    public State of(String partnership) {
        return new State(
                keys.of(partnership),
                keys.live(partnership),
                traced(partnership).orElse(null),
                activities.tests(partnership, SHOWN));
    }

    public boolean hasLiveKey(String partnership) {
        return !keys.live(partnership).isEmpty();
    }

    public boolean isLive(String partnership, String key) {
        return keys.live(partnership).stream().anyMatch(one -> one.id().equals(key));
    }

    /** The newest test activity that came in with a key that is live now. */
    public Optional<Activity> traced(String partnership) {
        return activities.lastTest(
                partnership, keys.live(partnership).stream().map(ApiKey::id).toList());
    }

    /** Issues a key; its text is shown to whoever asked and kept nowhere. */
    @Transactional
    Issued issue(String partnership, String expiresOn) {
        requireLaunched(partnerships.get(partnership));
        var issued = keys.issue(partnership, Scope.ACTIVITY, end(expiresOn));
        timeline.add(partnership, STAGE, "API key " + issued.key().id() + " issued", null);
        return issued;
    }

    @Transactional
    Issued rotate(String partnership, String key) {
        requireLaunched(partnerships.get(partnership));
        var issued = keys.rotate(partnership, key, CHANGE_OVER);
        timeline.add(
                partnership,
                STAGE,
                "API key " + issued.key().id() + " issued in place of " + key + ", which ends in "
                        + CHANGE_OVER.toDays() + " days",
                null);
        return issued;
    }

    @Transactional
    void revoke(String partnership, String key, String why) {
        if (why == null || why.isBlank()) {
            throw new Refusal("Why: say why the key ends.");
        }
        if (why.strip().length() > LONGEST_REASON) {
            throw new Refusal("Why: at most " + LONGEST_REASON + " characters.");
        }
        keys.revoke(partnership, key, why.strip());
        timeline.add(partnership, STAGE, "API key " + key + " revoked", why.strip());
    }

    private Instant end(String expiresOn) {
        if (expiresOn == null || expiresOn.isBlank()) {
            return null;
        }
        var day = BusinessDays.read("Ends on", expiresOn);
        var end = day.plusDays(1).atStartOfDay(days.zone()).toInstant();
        if (!end.isAfter(clock.instant())) {
            throw new Refusal("Ends on: " + Shown.day(day) + " is over; choose a day to come, or none.");
        }
        return end;
    }

    private static void requireLaunched(Partnership partnership) {
        if (!partnership.open()) {
            throw new Refusal("This partnership has ended; nobody gets a key for it any more.");
        }
        if (!Set.of(Stage.LAUNCH, Stage.OPTIMIZE).contains(partnership.stage())) {
            throw new Refusal("A partner gets its API key in the launch, which has not begun.");
        }
    }
}
