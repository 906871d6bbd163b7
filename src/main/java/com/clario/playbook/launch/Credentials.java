package com.clario.playbook.launch;

import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.partnership.PartnershipClosed;
import com.clario.playbook.partnership.Timeline;
import java.util.ArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a partner's systems and clients prove themselves with; it ends with the partnership. */
@Component
public class Credentials {

    private static final int LONGEST_REASON = 500;

    private final ApiKeys keys;
    private final ReferralCodes codes;
    private final Timeline timeline;

    Credentials(ApiKeys keys, ReferralCodes codes, Timeline timeline) {
        this.keys = keys;
        this.codes = codes;
        this.timeline = timeline;
    }

    /** Ends every API key and the referral code of a partnership at once; where there are none, nothing happens. */
    @Transactional
    public void revoke(String partnership, String why) {
        var reason = why.substring(0, Math.min(why.length(), LONGEST_REASON));
        var ended = new ArrayList<String>();
        var live = keys.live(partnership).size();
        if (keys.revokeAll(partnership, reason) > 0 && live > 0) {
            ended.add(live == 1 ? "1 API key" : live + " API keys");
        }
        codes.revoke(partnership, reason).ifPresent(code -> ended.add("referral code " + code));
        if (!ended.isEmpty()) {
            timeline.add(partnership, "launch", "Revoked: " + String.join(" and ", ended), why);
        }
    }

    @EventListener
    void endWith(PartnershipClosed closed) {
        revoke(closed.code(), "The partnership has ended");
    }
}
