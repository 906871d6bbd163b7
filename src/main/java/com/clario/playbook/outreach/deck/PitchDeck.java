package com.clario.playbook.outreach.deck;

import static com.clario.playbook.outreach.deck.DeckPage.ACCENT;
import static com.clario.playbook.outreach.deck.DeckPage.GREY;
import static com.clario.playbook.outreach.deck.DeckPage.HEIGHT;
import static com.clario.playbook.outreach.deck.DeckPage.INK;
import static com.clario.playbook.outreach.deck.DeckPage.PALE;
import static com.clario.playbook.outreach.deck.DeckPage.WIDTH;
import static com.clario.playbook.outreach.deck.DeckPage.at;

import com.clario.playbook.document.Company;
import java.awt.Color;
import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.springframework.stereotype.Component;

/** Drafts the six pages with which we introduce an idea to a partner, as a PowerPoint file people can edit. */
@Component
public class PitchDeck {

    private static final int MOST_BENEFITS = 6;
    private static final List<String> NEXT_STEPS = List.of(
            "Meet for half an hour and go through the idea",
            "Agree on the terms: shares, exclusivity, support",
            "Try it with 10 to 20 of your customers; what counts as success is fixed before it starts",
            "Launch together, then look at the figures once a month");

    private final Company us;
    private final Clock clock;

    PitchDeck(Company us, Clock clock) {
        this.us = us;
        this.clock = clock;
    }

    public byte[] make(DeckFacts facts) {
        try (var deck = new XMLSlideShow();
                var bytes = new ByteArrayOutputStream()) {
            deck.setPageSize(new Dimension(WIDTH, HEIGHT));
            deck.getProperties().getCoreProperties().setTitle(facts.product());
            deck.getProperties().getCoreProperties().setCreator(us.name());
            cover(new DeckPage(deck), facts);
            opportunity(new DeckPage(deck), facts);
            proposal(new DeckPage(deck), facts);
            value(new DeckPage(deck), facts);
            money(new DeckPage(deck), facts);
            nextSteps(new DeckPage(deck), facts);
            deck.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void cover(DeckPage page, DeckFacts facts) {
        page.background(ACCENT);
        page.box(80, 150, 60, 6, Color.WHITE);
        page.title(facts.product(), at(73, 170, 814, 120), 44, Color.WHITE);
        page.paragraph("A partnership proposal for " + facts.partner(), at(73, 296, 814, 64), 22, Color.WHITE, false);
        String month = YearMonth.now(clock).format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH));
        page.middle(us.name() + " · " + month, at(73, 470, 814, 30), 14, Color.WHITE, false);
    }

    private void opportunity(DeckPage page, DeckFacts facts) {
        page.heading("The opportunity", footer(facts), 2);
        page.box(60, 140, 300, 320, PALE);
        if (facts.merchants() > 0) {
            String merchants = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(facts.merchants());
            page.centred(merchants, at(70, 200, 280, 90), 58, ACCENT, true);
            page.centred("merchants at " + facts.partner(), at(70, 296, 280, 80), 18, INK, false);
        } else {
            page.centred(facts.partner(), at(70, 180, 280, 240), 40, ACCENT, true);
        }
        page.paragraph(facts.situation(), at(393, 136, 507, 150), 24, INK, true);
        page.paragraph(facts.valueToThem(), at(393, 300, 507, 160), 20, GREY, false);
    }

    private void proposal(DeckPage page, DeckFacts facts) {
        page.heading("What we propose", footer(facts), 3);
        page.box(60, 140, 840, 180, PALE);
        page.box(60, 140, 6, 180, ACCENT);
        page.middle(facts.product(), at(85, 148, 795, 52), 24, ACCENT, true);
        page.paragraph(facts.proposal(), at(85, 202, 795, 112), 20, INK, false);
        page.middle("Model: " + facts.modelName(), at(53, 334, 840, 30), 16, GREY, true);
        List<String> roles = facts.roles(us.name());
        for (int i = 0; i < roles.size(); i++) {
            page.box(60 + i * 286, 370, 268, 96, PALE);
            page.middle(roles.get(i), at(68 + i * 286, 374, 252, 88), 16, INK, false);
        }
    }

    private void value(DeckPage page, DeckFacts facts) {
        page.heading("What it brings to " + facts.partner(), footer(facts), 4);
        page.paragraph(facts.valueToThem(), at(53, 118, 847, 70), 20, GREY, false);
        List<String> benefits = facts.benefits().stream().limit(MOST_BENEFITS).toList();
        int columns = benefits.size() == 4 ? 2 : Math.min(3, Math.max(1, benefits.size()));
        boolean twoRows = benefits.size() > columns;
        double width = (840d - (columns - 1) * 18) / columns;
        double height = twoRows ? 98 : 200;
        for (int i = 0; i < benefits.size(); i++) {
            double x = 60 + (i % columns) * (width + 18);
            double y = 200 + (double) (i / columns) * (height + 12);
            page.box(x, y, width, height, PALE);
            page.box(x, y, width, 4, ACCENT);
            page.centred(benefits.get(i), at(x + 10, y + 10, width - 20, height - 16), 20, INK, false);
        }
        page.middle("And to us: " + facts.valueToUs(), at(53, 424, 847, 66), 16, GREY, false);
    }

    private void money(DeckPage page, DeckFacts facts) {
        page.heading("How the money works", footer(facts), 5);
        List<String> steps = facts.money(us.name());
        for (int i = 0; i < steps.size(); i++) {
            double x = 60 + i * 216;
            page.shape(ShapeType.ELLIPSE, at(x + 72, 140, 48, 48), ACCENT);
            page.centred(String.valueOf(i + 1), at(x + 72, 140, 48, 48), 20, Color.WHITE, true);
            if (i > 0) {
                page.shape(ShapeType.RIGHT_ARROW, at(x - 66, 157, 108, 14), ACCENT);
            }
            page.box(x, 206, 192, 150, PALE);
            page.centred(steps.get(i), at(x + 8, 212, 176, 138), 18, INK, false);
        }
        page.middle(facts.proposal(), at(53, 378, 847, 100), 16, GREY, false);
    }

    private void nextSteps(DeckPage page, DeckFacts facts) {
        page.heading("Next steps", footer(facts), 6);
        for (int i = 0; i < NEXT_STEPS.size(); i++) {
            double y = 136 + i * 86;
            page.shape(ShapeType.ELLIPSE, at(60, y + 12, 44, 44), ACCENT);
            page.centred(String.valueOf(i + 1), at(60, y + 12, 44, 44), 18, Color.WHITE, true);
            page.middle(NEXT_STEPS.get(i), at(116, y, 440, 68), 18, INK, false);
        }
        page.box(600, 140, 300, 320, PALE);
        page.middle("What we watch together", at(612, 150, 276, 40), 16, ACCENT, true);
        page.paragraph(facts.risk(), at(612, 194, 276, 256), 18, INK, false);
    }

    private String footer(DeckFacts facts) {
        return us.name() + " · " + facts.product();
    }
}
