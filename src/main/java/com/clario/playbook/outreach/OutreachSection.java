package com.clario.playbook.outreach;

import com.clario.playbook.document.Document;
import com.clario.playbook.outreach.Outreaches.Touch;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What went to and fro with the partner, now and in earlier attempts, on the case page. */
@Component
@Order(10)
class OutreachSection implements CaseSection {

    private final Outreaches outreaches;
    private final Correspondence correspondence;
    private final OutreachShown shown;
    private final OutreachProcess process;

    OutreachSection(
            Outreaches outreaches, Correspondence correspondence, OutreachShown shown, OutreachProcess process) {
        this.outreaches = outreaches;
        this.correspondence = correspondence;
        this.shown = shown;
        this.process = process;
    }

    /**
     * What there is to show.
     *
     * @param deck the released pitch deck; null until there is one
     * @param mayReply whether the person who looks may say that the partner has replied
     */
    record Contacted(
            Outreach outreach,
            Document deck,
            int deckVersion,
            List<Touch> touches,
            List<OutreachShown.Earlier> earlier,
            boolean mayReply) {

        public boolean waitsInSilence() {
            return outreach.silenceEndsOn != null && outreach.reply == null && outreach.outcome == null;
        }

        public LocalDate silenceEndsOn() {
            return outreach.silenceEndsOn;
        }
    }

    @Override
    public String template() {
        return "outreach/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        var code = partnership.code();
        var touches = outreaches.touches(code);
        var earlier = shown.before(code);
        if (touches.isEmpty() && earlier.isEmpty()) {
            return Optional.empty();
        }
        var outreach = outreaches.get(code);
        var deck = correspondence.deck(outreach);
        return Optional.of(new Contacted(
                outreach,
                deck.orElse(null),
                deck.map(correspondence::version).orElse(0),
                touches,
                earlier,
                partnership.open() && process.mayTell() && process.waits(code)));
    }
}
