package com.clario.playbook.outreach.deck;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.document.Company;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;

class PitchDeckTests {

    private static final Company CLARIO =
            new Company("Clario", "Menara Clario, Jakarta", "the Republic of Indonesia", "Republik Indonesia");

    private final PitchDeck decks =
            new PitchDeck(CLARIO, Clock.fixed(Instant.parse("2026-11-22T07:05:00Z"), ZoneId.of("Asia/Jakarta")));

    @Test
    void tellsTheIdeaOnSixPages() throws IOException {
        try (var deck = open(decks.make(moka()))) {
            draw(deck, "moka");

            assertThat(deck.getSlides())
                    .extracting(XSLFSlide::getTitle)
                    .containsExactly(
                            "Moka Analytics powered by Clario",
                            "The opportunity",
                            "What we propose",
                            "What it brings to Moka",
                            "How the money works",
                            "Next steps");
            assertThat(deck.getSlides().get(0).getBackground().getFillColor()).isEqualTo(DeckPage.ACCENT);
            assertThat(deck.getSlides().get(1).getBackground().getFillColor()).isEqualTo(Color.WHITE);
            assertThat(deck.getPageSize().getWidth() / deck.getPageSize().getHeight())
                    .isEqualTo(16 / 9.0);
            assertThat(words(deck))
                    .contains(
                            "A partnership proposal for Moka", "Clario · November 2026", "30,000", "merchants at Moka")
                    .contains("The customer pays Moka", "New revenue stream", "Dependence on a single partner")
                    .contains("10 to 20 of your customers");
        }
    }

    @Test
    void fitsEveryTextIntoItsBox() throws IOException {
        for (DeckFacts facts : List.of(moka(), accurate(), adviser(), wordy())) {
            try (var deck = open(decks.make(facts))) {
                draw(deck, facts.partner().substring(0, 4).toLowerCase());
                assertThat(texts(deck)).isNotEmpty().allSatisfy(text -> {
                    assertThat(text.getTextHeight())
                            .as(text.getText())
                            .isLessThanOrEqualTo(text.getAnchor().getHeight());
                    assertThat(text.getAnchor().getMaxX()).isLessThanOrEqualTo(960);
                    assertThat(text.getAnchor().getMaxY()).isLessThanOrEqualTo(540);
                });
            }
        }
    }

    @Test
    void explainsTheMoneyOfEachModel() throws IOException {
        try (var deck = open(decks.make(adviser()))) {
            assertThat(words(deck))
                    .contains("The customer pays Clario", "earns the agreed commission", "Model: Referral");
        }
    }

    private static DeckFacts moka() {
        return new DeckFacts(
                "Moka",
                "POS",
                "WHITE_LABEL",
                "Moka Analytics powered by Clario",
                30_000,
                "Moka's merchants get the advanced analytics Moka does not offer today, inside the product they use every day.",
                "Distribution to 30,000 food and beverage businesses.",
                "We build \"Moka Analytics powered by Clario\". Moka offers it to its merchants as an add-on for Rp 200.000 a month."
                        + " Revenue is split 70 % Moka, 30 % Clario, and we provide the technical support.",
                List.of(
                        "Moka: a new revenue stream",
                        "Merchants: seamless integration, nothing to install",
                        "Both: New revenue stream from data already collected"),
                "Dependence on a single partner: we keep it small by working with several partners and by a notice period both can plan with.");
    }

    private static DeckFacts accurate() {
        return new DeckFacts(
                "Accurate",
                "ACCOUNTING",
                "INTEGRATION",
                "Clario for Accurate",
                0,
                "F&B-specific features.",
                "Automatic P&L data.",
                "Connect both products by API and tell our customers together.",
                List.of("F&B-specific features", "Fewer exports", "Joint marketing", "One login"),
                "Two roadmaps that must fit.");
    }

    private static DeckFacts adviser() {
        return new DeckFacts(
                "Boga Advisers",
                "CHANNEL",
                "REFERRAL",
                "Clario",
                120,
                "Commission of 10-20 % of sales.",
                "Qualified leads.",
                "Recommend Clario and earn a commission.",
                List.of("Commission"),
                "Few leads.");
    }

    private static DeckFacts wordy() {
        String words = "A rather long sentence about analytics that somebody wrote with great care. ".repeat(14);
        return new DeckFacts(
                "Perusahaan Rintisan Teknologi Kuliner Nusantara Sejahtera Bersama",
                "POS",
                "RESELLER",
                "Perusahaan Rintisan Teknologi Kuliner Nusantara Sejahtera Bersama Analytics powered by Clario",
                1_234_567,
                words,
                words,
                words,
                Collections.nCopies(9, words),
                words);
    }

    private static XMLSlideShow open(byte[] pptx) throws IOException {
        return new XMLSlideShow(new ByteArrayInputStream(pptx));
    }

    private static List<XSLFTextShape> texts(XMLSlideShow deck) {
        return deck.getSlides().stream()
                .flatMap(slide -> slide.getShapes().stream())
                .filter(XSLFTextShape.class::isInstance)
                .map(XSLFTextShape.class::cast)
                .filter(text -> !text.getText().isBlank())
                .toList();
    }

    private static String words(XMLSlideShow deck) {
        return texts(deck).stream().map(XSLFTextShape::getText).collect(Collectors.joining("\n"));
    }

    /** Pictures to look at, beside the other screenshots. */
    private static void draw(XMLSlideShow deck, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        for (XSLFSlide slide : deck.getSlides()) {
            var image = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.fillRect(0, 0, 960, 540);
            slide.draw(graphics);
            File file = folder.resolve("deck-" + name + "-" + slide.getSlideNumber() + ".png")
                    .toFile();
            ImageIO.write(image, "png", file);
            graphics.dispose();
        }
    }
}
