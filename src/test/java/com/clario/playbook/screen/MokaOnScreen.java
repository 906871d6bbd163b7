package com.clario.playbook.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.clario.playbook.Chromium;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Moka's way through the five stages, done by four people at their screens. */
final class MokaOnScreen {

    private final Colleague sari;
    private final Colleague maya;
    private final Colleague lina;
    private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private final String today = day.format(DateTimeFormatter.ofPattern("M/d/yyyy"));

    MokaOnScreen(Chromium chromium, String base) {
        sari = new Colleague(chromium, base, "sari");
        maya = new Colleague(chromium, base, "maya");
        lina = new Colleague(chromium, base, "lina");
    }

    void findMoka() {
        var board = sari.open("/");
        board.getByText("Research: Moka").first().click();
        assertThat(board.locator(".fjs-form")).isVisible();
        sari.open("/partners");
        sari.open("/partners/moka");
    }

    void identify() {
        sari.take("Research: Moka").complete();
        var candidates = maya.openUntilItSays("/candidates", "Moka");
        candidates.getByText("Moka").first().waitFor();
        candidates.getByText("Start a round").first().click();
        maya.take("Choose candidates for round")
                .tick("Pick for outreach", "Moka", "Qasir", "Jurnal")
                .fill("Park the others until", day.plusMonths(2).format(DateTimeFormatter.ofPattern("M/d/yyyy")))
                .complete();
    }

    void outreach() {
        sari.take("Prepare pitch deck: Moka")
                .fill("What you checked or changed", "Figures checked")
                .complete();
        sari.take("Approve mail: Moka").choose("Your decision", "Send it").complete();
        sari.take("Enter reply: Moka")
                .choose("What did the partner answer?", "They agreed to a meeting")
                .fill("Date of the meeting", today)
                .complete();
        sari.take("Hold meeting: Moka")
                .fill("Date of the meeting", today)
                .choose("Do both sides want to go on?", "Yes: negotiate")
                .fill("Minutes", "They want Moka Analytics powered by Clario.")
                .complete();
        sari.open("/mails");
    }

    void agreeTerms() {
        propose(70, "First proposal");
        lina.take("Review contract: Moka")
                .choose("Your decision", "Ask for changes")
                .fill("Comment", "Answer support questions within 12 hours.")
                .complete();
        propose(70, "Support within 12 hours, as legal asked");
        approve();
    }

    void pilot() {
        var plan = sari.take("Plan pilot: Moka");
        plan.fill("Customers, one per line", customers(9))
                .fill("First day", today)
                .fill("Length", 30)
                .fill("Customers active at the end", 60)
                .fill("Satisfaction, at least", 4)
                .fill("What failure means", "Fewer than five active")
                .isRefused("9 customers");
        sari.picture("refused nine customers");
        plan.fill("Customers, one per line", customers(12)).complete();
        agreeLetter();
        waitOnCase("End the pilot now", "The month is over");
        sari.take("Enter pilot results: Moka")
                .fill("Customers active at the end", 10)
                .fill("Average satisfaction", 4.5)
                .fill("Serious incidents", 0)
                .fill("What the customers said", "They look at it every morning.")
                .complete();
    }

    private void agreeLetter() {
        lina.take("Review pilot letter: Moka")
                .choose("Your decision", "Approve this letter")
                .complete();
        upload("SIGNED_PILOT_LETTER");
        sari.take("Sign pilot letter: Moka")
                .choose("Was it signed?", "Signed by both sides: the pilot starts")
                .fill("Signed for the partner by", "Managing director")
                .fill("Signed for us by", "Founder")
                .fill("Signed on", today)
                .complete();
    }

    void signOff() {
        maya.take("Sign off pilot: Moka")
                .choose("Your decision", "Sign off: go on to the signature")
                .fill("Reason", "Ten of twelve use it daily")
                .complete();
    }

    void sign() {
        upload("SIGNED_CONTRACT");
        sari.take("Sign contract: Moka")
                .choose("Was it signed?", "Signed by both sides")
                .fill("Signed for the partner by", "Managing director")
                .fill("Signed for us by", "Founder")
                .fill("Signed on", today)
                .complete();
    }

    void launch() {
        sari.take("Announce partnership: Moka")
                .fill("Published on", today)
                .fill("Published where", "Moka's news page")
                .complete();
        sari.take("Approve brand: Moka")
                .choose("Name, logo and screens", "Approved by both sides")
                .complete();
        sari.take("Close launch gaps: Moka")
                .fill("Name", "Moka care")
                .fill("Mail", "care@moka.example")
                .fill("What you put right", "Support contact named")
                .complete();
        maya.take("Go live: Moka")
                .choose("Your decision", "Go live")
                .fill("Live from", today)
                .complete();
    }

    void keepAtFirstReview() {
        waitOnCase("Hold the review now", "To try it");
        figures(42, 20_000_000);
        maya.take("Hold review: Moka").complete();
    }

    void adjustAtSecondReview() {
        waitOnCase("Hold the review now", "To try it again");
        figures(20, 8_000_000);
        maya.take("Hold review: Moka").complete();
        propose(65, "Adjusted in the second review");
        approve();
        sign();
        sari.open("/partnerships/moka-1")
                .getByText("Adjusted in the second review")
                .first()
                .waitFor();
        sari.picture("case Moka");
        sari.open("/");
        sari.picture("board at the end");
    }

    private void propose(int share, String note) {
        var form = sari.take("Propose terms: Moka");
        if (share == 70 && note.startsWith("First")) {
            form.fill("Price for the customer per month", 200_000);
        }
        form.fill("Partner's share of the net amount", share)
                .fill("Answer within", 12)
                .fill("What changed, and why", note)
                .complete();
    }

    private void approve() {
        lina.take("Review contract: Moka")
                .tick(
                        "Clauses you checked",
                        "Parties and authority",
                        "Product and scope",
                        "Revenue share and base",
                        "Customer data",
                        "Liability",
                        "Duration, notice",
                        "Governing law")
                .choose("Your decision", "Approve this version")
                .complete();
    }

    private void figures(int referrals, int revenue) {
        sari.take("Enter figures: Moka")
                .fillKey("FiguresReferrals", referrals)
                .fillKey("TargetReferrals", 40)
                .fillKey("PartnerRevenue", revenue)
                .fillKey("TargetRevenue", 20_000_000)
                .fill("Our total revenue", 120_000_000)
                .fillKey("RetentionPartner", 92)
                .fill("Direct customers", 90)
                .fill("Open complaints", 0)
                .complete();
    }

    private void waitOnCase(String button, String why) {
        var page = sari.open("/partnerships/moka-1");
        for (int tries = 0; tries < 240 && !page.getByText(button).first().isVisible(); tries++) {
            page.waitForTimeout(250);
            page.reload();
        }
        page.locator("form")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(button))
                .locator("input[name=why], textarea[name=why]")
                .fill(why);
        page.getByText(button).last().click();
    }

    private void upload(String kind) {
        var page = sari.open("/partnerships/moka-1/documents");
        page.locator("select[name=kind]").selectOption(kind);
        page.locator("input[type=file]").setInputFiles(Path.of("src/test/resources/signed-contract.pdf"));
        page.locator("main button[type=submit]").last().click();
        assertThat(page.getByText("signed-contract.pdf").first()).isVisible();
    }

    private static String customers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "Restaurant " + number)
                .collect(Collectors.joining("\n"));
    }
}
