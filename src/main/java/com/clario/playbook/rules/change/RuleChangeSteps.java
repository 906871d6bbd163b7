package com.clario.playbook.rules.change;

import java.util.Date;
import org.springframework.stereotype.Component;

/** What the drawing of a rule change asks for and hands over. */
@Component
public class RuleChangeSteps {

    private final RuleChanges changes;
    private final Approvals approvals;
    private final ChangeShown shown;

    RuleChangeSteps(RuleChanges changes, Approvals approvals, ChangeShown shown) {
        this.changes = changes;
        this.approvals = approvals;
        this.shown = shown;
    }

    public String changeName(Long changeId) {
        return shown.name(changes.get(changeId));
    }

    public String author(Long changeId) {
        return changes.get(changeId).submittedBy();
    }

    /** Whom the engine keeps from the task: everybody who wrote some of the change. */
    public String authors(Long changeId) {
        return String.join(",", changes.get(changeId).editors());
    }

    /** What the form was opened with: an answer to other content is an answer to another question. */
    public String contentId(Long changeId) {
        return changes.get(changeId).sha256();
    }

    public String checkChange(Long changeId) {
        return approvals.check(changeId);
    }

    public void backTestChange(Long changeId) {
        approvals.backTest(changeId);
    }

    public String showApproveRuleChange(Long changeId) {
        return shown.approve(changes.get(changeId));
    }

    public String recordApproval(Long changeId, String contentId, String approvalDecision, String approvalComment) {
        return "APPROVE".equals(approvalDecision)
                ? approvals.approve(changeId, contentId, approvalComment)
                : approvals.sendBack(changeId, approvalComment);
    }

    public Date effectiveDate(Long changeId) {
        return Date.from(approvals.version(changeId).validFrom());
    }

    public String noteActivation(Long changeId) {
        return approvals.noteActivation(changeId);
    }

    public String showMendRuleChange(Long changeId) {
        return shown.mend(changes.get(changeId));
    }

    public String recordMending(Long changeId, String mendDecision, String mendReason) {
        return "SUBMIT".equals(mendDecision)
                ? changes.submitAgain(changeId, mendReason)
                : changes.recordWithdrawal(changeId, mendReason);
    }
}
