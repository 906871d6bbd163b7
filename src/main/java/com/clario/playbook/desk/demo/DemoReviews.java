package com.clario.playbook.desk.demo;

import com.clario.playbook.partnership.BusinessDays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the demo colleagues said in the monthly reviews of a live partnership. */
@Component
class DemoReviews {

    private final BusinessDays days;
    private final DemoProcess process;

    DemoReviews(BusinessDays days, DemoProcess process) {
        this.days = days;
        this.process = process;
    }

    void first(String code) {
        figures(code, 31, 14_400_000, 108_000_000, 0);
        hold(code, List.of(promise("Train the partner's support desk", "sari", 20)));
    }

    void second(String code) {
        figures(code, 38, 17_600_000, 116_000_000, 2);
        hold(
                code,
                List.of(
                        promise("Send the partner's customers the guide to daily reports", "budi", 45),
                        promise("Answer the two open complaints", "sari", 10)));
    }

    /** One action of this one is overdue today, one is still to come. */
    void third(String code) {
        figures(code, 44, 19_400_000, 121_000_000, 1);
        hold(
                code,
                List.of(
                        promise("Agree the joint newsletter with the partner", "sari", 8),
                        promise("Look at the contract of the second branch", "lina", 25)));
    }

    private void figures(String code, int referrals, int revenue, int total, int complaints) {
        process.fire(code, "monthIsOver");
        var fields = new HashMap<String, Object>();
        fields.put("referrals", referrals);
        fields.put("targetReferrals", 36);
        fields.put("partnerRevenue", revenue);
        fields.put("targetRevenue", 18_000_000);
        fields.put("totalRevenue", total);
        fields.put("retentionPartner", 93);
        fields.put("retentionDirect", 91);
        fields.put("openComplaints", complaints);
        process.complete(code, "enterFigures", "sari", fields);
    }

    /** Whatever was promised before is done by then. */
    private void hold(String code, List<Map<String, Object>> promises) {
        var fields = new HashMap<String, Object>();
        fields.put("verdict", "KEEP");
        fields.put("verdictReason", "Both sides are content and want to go on like this");
        fields.put("actionResults", done(code));
        fields.put("newActions", promises);
        process.complete(code, "holdReview", "maya", fields);
    }

    private List<Map<String, Object>> done(String code) {
        return process.choices(code, "holdReview", "openActions").stream()
                .map(which -> Map.<String, Object>of("which", which, "became", "DONE"))
                .toList();
    }

    private Map<String, Object> promise(String action, String owner, int inDays) {
        return Map.of(
                "action",
                action,
                "owner",
                owner,
                "due",
                days.today().plusDays(inDays).toString());
    }
}
