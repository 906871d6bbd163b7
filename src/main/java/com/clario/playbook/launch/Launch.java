package com.clario.playbook.launch;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.Mail;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands ready for a partnership's launch, and the decision to go live.
 *
 * @param number 1 for the first; a partnership that grows into another model launches again
 * @param model how the signed terms say we work together
 * @param terms the signed version it rests on; null while none is signed
 * @param readiness the rules' decision on exactly this state; null until checked, and again after every change
 * @param decision null while nobody has decided
 */
public record Launch(
        String partnership,
        int number,
        Model model,
        Integer terms,
        Announcement announcement,
        Brand brand,
        Training training,
        Connection connection,
        Support support,
        Long readiness,
        GoLive decision) {

    private static final int LONGEST_NOTICE = 60;

    /** The co-marketing announcement: what it says, when and where it is published. */
    public record Announcement(String text, LocalDate on, String where) {

        /** An announcement as agreed with the partner; it may be dated up to sixty days ahead. */
        static Announcement agreed(String text, String on, String where, LocalDate today) {
            return new Announcement(
                    needs("Announcement", text, 4000), published(on, today), needs("Published where", where, 200));
        }

        static LocalDate published(String on, LocalDate today) {
            var day = BusinessDays.read("Published on", on);
            if (day.isAfter(today.plusDays(LONGEST_NOTICE))) {
                throw new Refusal("Published on: " + Shown.day(day) + " is more than " + LONGEST_NOTICE
                        + " days ahead; announce nearer to the launch.");
            }
            return day;
        }
    }

    /**
     * The name customers see under the partner's brand.
     *
     * @param approved whether both sides approved name, logo and screens; null while nobody has said
     */
    public record Brand(String name, Boolean approved) {}

    /** Who of the partner's team can sell and explain the product: one name a line, when, with what and by whom. */
    public record Training(String trainees, LocalDate on, String material, String trainer) {

        static final Training NONE = new Training(null, null, null, null);

        /** A training that was held, today at the latest. */
        static Training held(String trainees, String on, String material, String trainer, LocalDate today) {
            var day = BusinessDays.read("Trained on", on);
            if (day.isAfter(today)) {
                throw new Refusal("Trained on: " + Shown.day(day) + " is still to come; record it once it was held.");
            }
            return new Training(
                    needs("Who was trained", trainees, 2000),
                    day,
                    needs("Material", material, 500),
                    needs("Trained by", trainer, 120));
        }

        /** How many were trained. */
        public long people() {
            return names().size();
        }

        /** Who was trained. */
        public List<String> names() {
            return trainees == null
                    ? List.of()
                    : trainees.lines()
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .toList();
        }
    }

    /** The test activity that was traced from the partner's system to our table, and the key it came with. */
    public record Connection(String activity, String key, Instant at) {}

    /** Whom the partner's customers and we can turn to at the partner. */
    public record Support(String name, String mail) {

        /** A contact people can really write to. */
        static Support named(String name, String mail) {
            var address = Mail.address("Support contact's mail", needs("Support contact's mail", mail, 120));
            return new Support(needs("Support contact's name", name, 120), address);
        }
    }

    /** The decision of a manager. */
    public record GoLive(String outcome, LocalDate liveOn, String note, String decidedBy, Instant decidedAt) {

        public static final String LIVE = "LIVE";
        public static final String STOPPED = "STOPPED";
    }

    /** The first day customers can use it; none before the go-live is decided. */
    public Optional<LocalDate> liveOn() {
        return Optional.ofNullable(decision).map(GoLive::liveOn);
    }

    void requireUndecided() {
        if (decision != null) {
            throw new Refusal(
                    decision.outcome().equals(GoLive.LIVE)
                            ? "The go-live is decided already: live from " + Shown.day(decision.liveOn()) + "."
                            : "This launch was stopped already; to try again, begin a new one.");
        }
    }

    static String needs(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new Refusal(field + ": fill it in.");
        }
        var stripped = text.strip();
        if (stripped.length() > longest) {
            throw new Refusal(field + ": at most " + longest + " characters, it has " + stripped.length() + ".");
        }
        return stripped;
    }
}
