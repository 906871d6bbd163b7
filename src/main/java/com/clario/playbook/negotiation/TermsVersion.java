package com.clario.playbook.negotiation;

import com.clario.playbook.document.signing.Signature;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.start.Start;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of the terms of a partnership; once signed it never changes.
 *
 * @param note what changed against the version before, and why
 * @param start when it takes effect and what it replaces, as its contract says
 * @param check what the terms' rules found; null until checked
 * @param exception what a manager answered when the terms left our policy; null if nobody was asked
 * @param contract the document drafted from this version; null until drafted
 * @param returned who brought it back from the signature and why; null if nobody did
 * @param signature who signed and when; null until signed
 * @param validFrom the first day these terms are in force; null until signed
 * @param validTo the last day they are in force: the agreed end, or the day before the next signed version
 */
public record TermsVersion(
        String partnership,
        String partnerName,
        int number,
        Status status,
        Terms terms,
        String note,
        String proposedBy,
        Instant proposedAt,
        Start start,
        Check check,
        Exemption exception,
        Long contract,
        Returned returned,
        Signature signature,
        LocalDate validFrom,
        LocalDate validTo) {

    /** Where a version is on its way. */
    public enum Status {
        PROPOSED("Proposed"),
        WITHIN_POLICY("Within policy"),
        EXCEPTION_NEEDED("Needs an exception"),
        EXCEPTION_GRANTED("Exception granted"),
        SENT_BACK("Sent back by a manager"),
        CHANGES_ASKED("Changes asked by legal"),
        REJECTED("Rejected by legal"),
        APPROVED("Approved by legal"),
        SIGNED("Signed"),
        NOT_SIGNED("Not signed"),
        SUPERSEDED("Replaced by a later version");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether a newer version pushes this one aside. */
        boolean open() {
            return Set.of(PROPOSED, WITHIN_POLICY, EXCEPTION_NEEDED, EXCEPTION_GRANTED, APPROVED)
                    .contains(this);
        }
    }

    /**
     * What the rules found.
     *
     * @param decision the stored decision
     * @param pilotRequired whether a pilot must come before the signature
     * @param pilotReason the row that says so, or why not
     * @param collidesWith the partnerships whose signed terms these exclude, or are excluded by
     */
    public record Check(long decision, boolean pilotRequired, String pilotReason, List<String> collidesWith) {}

    /** A manager's answer to terms outside the policy: {@code GRANT} or {@code REVISE}, why and who. */
    public record Exemption(String answer, String reason, String by) {}

    /** Who brought terms back from the signature to be negotiated again, and why. */
    public record Returned(String by, String why) {}

    public boolean signed() {
        return status == Status.SIGNED;
    }

    /** Whether a later version replaced it before its first day. */
    public boolean skipped() {
        return signed() && validTo.isBefore(validFrom);
    }

    public boolean inForce(LocalDate day) {
        return signed() && !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** Whether a pilot must come before the first signature; as long as nobody has asked the rules, it must. */
    public boolean pilotRequired() {
        return check == null || check.pilotRequired();
    }

    /** How people call it. */
    public String label() {
        return "Version " + number;
    }

    /** The terms as people read them, with the partner by name. */
    public Map<String, String> lines() {
        return terms.lines(partnerName);
    }

    /** Refuses a step that this version is not ready for. */
    void requireOneOf(Status... allowed) {
        if (!Set.of(allowed).contains(status)) {
            throw new Refusal(
                    label() + " of the terms is at “" + status.label() + "”; this step does not follow from it.");
        }
    }

    TermsVersion endingOn(LocalDate last) {
        return new TermsVersion(
                partnership,
                partnerName,
                number,
                status,
                terms,
                note,
                proposedBy,
                proposedAt,
                start,
                check,
                exception,
                contract,
                returned,
                signature,
                validFrom,
                last);
    }
}
