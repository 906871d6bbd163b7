package com.clario.playbook.identify;

import com.clario.playbook.engine.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The prioritisation over all candidates that waited when it began.
 *
 * @param decidedOn null until a manager has chosen
 * @param candidates in the order of their rank
 */
public record Round(
        long id, LocalDate openedOn, LocalDate decidedOn, String decidedBy, String reason, List<Ranked> candidates) {

    static final int FEWEST = 3;
    static final int MOST = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::researchAgain)
            .thenComparing(Comparator.comparingInt(Ranked::points).reversed())
            .thenComparing(Comparator.comparingInt(Ranked::valueToUs).reversed())
            .thenComparing(Ranked::waitingSince)
            .thenComparing(Ranked::partnership);

    /**
     * A candidate's place in a round and what was decided about it.
     *
     * @param name the partner and how we would work together
     * @param points what the prioritisation rules gave it
     * @param decision the stored decision with the reasons for the points
     * @param researchAgain its research is too old to choose by
     * @param choice {@code SELECTED}, {@code PARKED} or {@code DECLINED}; null until decided
     */
    public record Ranked(
            String partnership,
            String name,
            int place,
            int points,
            int valueToUs,
            int valueToThem,
            String fit,
            Instant waitingSince,
            long decision,
            boolean researchAgain,
            String choice,
            LocalDate parkedUntil) {

        Ranked at(int newPlace) {
            return copy(newPlace, points, valueToUs, researchAgain, choice, parkedUntil);
        }

        /** The same with more points, more value to us and, where it was too old, fresh research. */
        Ranked lifted(int more, int us, boolean fresh) {
            return copy(place, points + more, us, researchAgain && !fresh, choice, parkedUntil);
        }

        Ranked chosen(String newChoice, LocalDate until) {
            return copy(place, points, valueToUs, researchAgain, newChoice, until);
        }

        private Ranked copy(int at, int sum, int us, boolean again, String chosen, LocalDate until) {
            return new Ranked(
                    partnership, name, at, sum, us, valueToThem, fit, waitingSince, decision, again, chosen, until);
        }
    }

    /**
     * What a manager hands in about a round.
     *
     * @param earlyReason why to start before product-market fit is confirmed; null where it is
     */
    record Choice(List<String> picks, List<String> declines, LocalDate parkUntil, String earlyReason, String reason) {

        boolean hasReason() {
            return reason != null && !reason.isBlank();
        }
    }

    public Round {
        candidates = List.copyOf(candidates);
    }

    /** What people call it. */
    public String name() {
        return day(openedOn);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Gives places: by points, then by value to us, then to who waits longest; research that is too old comes last. */
    static List<Ranked> inOrder(List<Ranked> candidates) {
        var sorted = candidates.stream().sorted(ORDER).toList();
        return sorted.stream().map(one -> one.at(sorted.indexOf(one) + 1)).toList();
    }

    /** Why a candidate stands behind the one before although both have as many points; empty where it has fewer. */
    Optional<String> tieBreak(Ranked one) {
        if (one.place() < 2) {
            return Optional.empty();
        }
        var before = candidates.get(one.place() - 2);
        if (one.points() != before.points() || one.researchAgain() != before.researchAgain()) {
            return Optional.empty();
        }
        var why = one.valueToUs() != before.valueToUs()
                ? "whoever brings us more value comes first (" + before.valueToUs() + " to " + one.valueToUs() + ")"
                : one.waitingSince().equals(before.waitingSince())
                        ? "both bring as much and wait as long, so the order of their codes decides"
                        : "both bring us as much, so whoever waits longer comes first";
        return Optional.of("As many points as " + before.name() + ": " + why);
    }

    /** How many a manager has to pick without giving a reason. */
    int fewest() {
        return fewest(Set.of());
    }

    private int fewest(Set<String> gone) {
        return (int) Math.min(
                FEWEST,
                candidates.stream()
                        .filter(one -> !one.researchAgain() && !gone.contains(one.partnership()))
                        .count());
    }

    Ranked candidate(String partnership) {
        return candidates.stream()
                .filter(one -> one.partnership().equals(partnership))
                .findFirst()
                .orElseThrow(() -> new Refusal(partnership + " is not in this round."));
    }

    List<Ranked> choose(Choice choice, LocalDate today) {
        return choose(choice, Set.of(), today);
    }

    /**
     * Decides about every candidate of the round; refuses what the playbook does not allow.
     *
     * @param gone those who no longer wait: they count for nothing, whatever was chosen about them
     */
    List<Ranked> choose(Choice choice, Set<String> gone, LocalDate today) {
        if (decidedOn != null) {
            throw new Refusal("This round is already decided.");
        }
        check(choice, gone);
        var decided = candidates.stream()
                .filter(one -> !gone.contains(one.partnership()))
                .map(one -> decide(one, choice, today))
                .toList();
        var parked = decided.stream()
                .filter(one -> Candidates.PARKED.equals(one.choice()) && !one.researchAgain())
                .toList();
        if (!parked.isEmpty()) {
            checkParking(choice.parkUntil(), today, parked.get(0).name());
        }
        return decided;
    }

    private void check(Choice choice, Set<String> gone) {
        choice.picks().stream().map(this::candidate).forEach(Round::checkPick);
        var both = new HashSet<>(choice.picks());
        both.retainAll(choice.declines());
        for (var code : both) {
            throw new Refusal(candidate(code).name() + " is both picked and declined: choose one.");
        }
        choice.declines().forEach(this::candidate);
        checkCount(choice, gone);
        if (!choice.declines().isEmpty() && !choice.hasReason()) {
            throw new Refusal(
                    "Reason: say why " + candidate(choice.declines().get(0)).name() + " is declined for good.");
        }
    }

    private static void checkPick(Ranked one) {
        if (one.researchAgain()) {
            throw new Refusal(
                    one.name() + " cannot be picked: its research is too old and is done again after this " + "round.");
        }
    }

    private void checkCount(Choice choice, Set<String> gone) {
        var picked =
                choice.picks().stream().filter(code -> !gone.contains(code)).count();
        var fewest = fewest(gone);
        if ((picked < fewest || picked > MOST) && !choice.hasReason()) {
            var wanted = fewest < FEWEST ? "all " + fewest + " who wait" : "three to five candidates";
            throw new Refusal("Pick " + wanted + ", or give the reason for picking " + picked + "." + missing(gone));
        }
    }

    private String missing(Set<String> gone) {
        return gone.stream()
                .sorted()
                .map(code -> " " + candidate(code).name() + " no longer waits and does not count.")
                .collect(Collectors.joining());
    }

    private static void checkParking(LocalDate until, LocalDate today, String somebody) {
        if (until == null) {
            throw new Refusal(
                    "Park the others until: give a date, since " + somebody + " is neither picked nor declined.");
        }
        if (!until.isAfter(today)) {
            throw new Refusal("Park the others until: choose a day after today.");
        }
        if (until.isAfter(today.plusYears(1))) {
            throw new Refusal("Park the others until: choose a day within a year; decline whom you do not want to see"
                    + " again.");
        }
    }

    private static Ranked decide(Ranked one, Choice choice, LocalDate today) {
        if (choice.picks().contains(one.partnership())) {
            return one.chosen(Candidates.SELECTED, null);
        }
        if (choice.declines().contains(one.partnership())) {
            return one.chosen(Candidates.DECLINED, null);
        }
        return one.chosen(Candidates.PARKED, one.researchAgain() ? today : choice.parkUntil());
    }
}
