package com.clario.playbook.outreach;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import java.time.LocalDate;
import java.util.Set;

/** How one partner is reached: the approach, the deck, the mail and what came of them. */
class Outreach {

    private static final String OPT_OUT = "unsubscribe";
    private static final Set<String> ANSWERS = Set.of("MEETING", "DECLINED", "NO_REPLY");

    String partnership;
    String approach;
    Long decision;
    Long deck;
    Boolean introduced;
    Long contact;
    String draftText;
    String mailSubject;
    String mailText;
    String approvedBy;
    boolean sent;
    int followUps;
    String reply;
    LocalDate meetingOn;
    LocalDate metOn;
    String outcome;
    /** The link in the drafted mail by which its reader leaves. */
    String optOutLink;

    int mostFollowUps;
    int daysBetween;
    LocalDate silenceEndsOn;

    Outreach() {}

    Outreach(String partnership) {
        this.partnership = partnership;
    }

    void choose(String chosen, long why) {
        approach = chosen;
        decision = why;
    }

    void releaseDeck(long document) {
        deck = document;
    }

    String introduced(boolean yes) {
        introduced = yes;
        return yes ? "INTRODUCED" : "NOT_INTRODUCED";
    }

    /**
     * Keeps what the system wrote, for a person to change and approve.
     *
     * @param addressee null where there is nobody to write to yet
     */
    void draft(Contact addressee, String subject, String text, String optOut) {
        optOutLink = optOut;
        contact = addressee == null ? null : addressee.id();
        mailSubject = subject;
        draftText = text;
        mailText = text;
    }

    /** Approves the mail as it stands; refuses one that may not go out. */
    void approve(Contact addressee, String subject, String text, String who) {
        if (addressee == null || !addressee.mayBeMailed()) {
            throw new Refusal("There is nobody we may mail: add a contact with a mail address to the catalogue, "
                    + "or choose not to send.");
        }
        if (deck == null) {
            throw new Refusal("The pitch deck goes out with this mail: release it in “Prepare pitch deck” first.");
        }
        var optOut = optOut(draftText);
        if (!plain(text).contains(optOut)) {
            throw new Refusal("Text: the way to opt out must stay in it. Put this sentence back: " + optOut);
        }
        contact = addressee.id();
        mailSubject = subject;
        mailText = text;
        approvedBy = who;
    }

    /** Whether the approval was for a mail that has not gone out and cannot any more; it counts no longer then. */
    boolean takeBack() {
        if (sent) {
            return false;
        }
        approvedBy = null;
        return true;
    }

    void withdraw() {
        outcome = "WITHDRAWN";
    }

    /**
     * Begins to wait for an answer.
     *
     * @param silence on which day it ends without one; null where only a person ends it
     */
    void await(int followUpsAtMost, int days, LocalDate silence) {
        mostFollowUps = followUpsAtMost;
        daysBetween = days;
        silenceEndsOn = silence;
    }

    /** Whether silence has ended it; an answer that came in time keeps it going. */
    boolean endInSilence() {
        if (reply != null) {
            return false;
        }
        reply = "NO_REPLY";
        outcome = "NO_REPLY";
        return true;
    }

    /** Whether the approved mail is still to be sent; from now on it counts as sent. */
    boolean takeForSending() {
        if (approvedBy == null) {
            throw new IllegalStateException("Nobody has approved the mail of " + partnership);
        }
        var first = !sent;
        sent = true;
        return first;
    }

    /** Whether a follow-up may go out; if so, it counts as sent. */
    boolean takeForFollowUp() {
        if (!sent || reply != null || followUps >= mostFollowUps) {
            return false;
        }
        followUps++;
        return true;
    }

    String replied(String answer, LocalDate on) {
        if (answer == null || !ANSWERS.contains(answer)) {
            throw new Refusal("What did the partner answer: choose one of the answers.");
        }
        if (reply != null) {
            throw new Refusal("The reply has been entered already.");
        }
        if ("MEETING".equals(answer) && on == null) {
            throw new Refusal("Date of the meeting: fill it in, since a meeting is agreed.");
        }
        reply = answer;
        meetingOn = "MEETING".equals(answer) ? on : null;
        outcome = answer;
        return answer;
    }

    String met(LocalDate on, String result, LocalDate today) {
        if (on == null || on.isAfter(today)) {
            throw new Refusal("Date of the meeting: enter it once you have met, so not a day to come.");
        }
        metOn = on;
        outcome = result;
        return result;
    }

    /** The sentence of a draft that says how not to be written to again. */
    static String optOut(String draft) {
        var text = plain(draft);
        var word = text.lastIndexOf(OPT_OUT);
        if (word < 0) {
            throw new IllegalStateException("The template of this mail does not say how to opt out");
        }
        var begin = text.lastIndexOf(". ", word) + 2;
        var end = text.indexOf(". ", word);
        return text.substring(begin < 2 ? 0 : begin, end < 0 ? text.length() : end + 1);
    }

    /** Without the differences that a browser or a word processor makes. */
    private static String plain(String text) {
        return text.replaceAll("[“”„]", "\"").replaceAll("\\s+", " ").strip();
    }
}
