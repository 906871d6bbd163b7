package com.clario.playbook.optimize.end;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the drawing of a wind-down asks for: notice, its last day, access, accounts and what is kept. */
@Component
public class WindDownSteps {

    private static final String GIVEN = "GIVEN";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final NoticeDesk notices;
    private final Closing closing;
    private final WindDowns windDowns;
    private final BusinessDays days;

    WindDownSteps(NoticeDesk notices, Closing closing, WindDowns windDowns, BusinessDays days) {
        this.notices = notices;
        this.closing = closing;
        this.windDowns = windDowns;
        this.days = days;
    }

    public void draftNotice(String partnershipId) {
        notices.draft(partnershipId);
    }

    public String showGiveNotice(String partnershipId) {
        return notices.show(partnershipId);
    }

    public String recordNotice(
            String partnershipId,
            String givenOn,
            String givenHow,
            String lastDay,
            String longerReason,
            String customers) {
        notices.give(partnershipId, givenOn, givenHow, lastDay, longerReason, customers);
        return GIVEN;
    }

    /** The first moment after the last day. */
    public Date dayAfterLast(String partnershipId) {
        return days.start(notices.current(partnershipId).lastDay().orElseThrow().plusDays(1));
    }

    public String confirmWithdrawal(String partnershipId) {
        if (windDowns.current(partnershipId).isPresent()) {
            throw new Refusal("No manager has withdrawn the notice.");
        }
        return WITHDRAWN;
    }

    public void revokeAccess(String partnershipId) {
        closing.revoke(partnershipId);
    }

    public String showSettleAccounts(String partnershipId) {
        return closing.show(partnershipId);
    }

    public void recordSettlement(
            String partnershipId, String balance, Long balanceAmount, String finalStatement, String settlementNote) {
        closing.settle(partnershipId, balance, balanceAmount, finalStatement, settlementNote);
    }

    public String archivePartnership(String partnershipId) {
        return closing.archive(partnershipId);
    }
}
