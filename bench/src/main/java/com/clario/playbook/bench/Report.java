package com.clario.playbook.bench;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The page about one run. */
final class Report {

    private static final String PAGE =
            """
            # Benchmarks

            Measured %1$s in one run of `bench/run` (%2$s minutes) on %3$s cores, JDK %4$s, 1 GB of heap for each engine.
            The command needs a JDK 17 and nothing else, and writes this page anew.

            ## Decisions per second

            One published table of %5$s rows with four inputs: an option, a range of whole numbers, a range of decimals, yes
            or no. Every matching row counts, %6$s rows in an average case. Before anything is measured, every engine must
            find the same rows, points and reasons as the Java loop in %7$s cases.

            | engine | 1 thread | of the Java loop | Playbook against it | 2 threads | Playbook against it |
            |---|--:|--:|--:|--:|--:|
            %8$s
            *Playbook against it*: how many times as many decisions the playbook takes in the same time. ± is the 99.9 %%
            confidence interval of the mean over the iterations of one JVM.

            On one thread the playbook decides %9$s times as often as kie-dmn and
            %10$s times as often as Camunda's DMN engine.
            Drools compiles the rows to Java classes when a version is published, and a condition that several rows share
            is tested once. The DMN engines walk through the rows: kie-dmn evaluates a tree of FEEL nodes for each cell,
            Camunda's legacy way looks each cell up in a cache that it searches from one end to the other, and its FEEL as
            shipped parses the text of the cell anew each time. The loop written by hand is faster still, since it sets
            nothing up for a case; but only programmers can change it.

            ## Publishing

            From rows as a manager approved them, through the gate, compiled, to the first case decided, in a JVM that has
            done it before.

            | engine | median | 95 of 100 within | times measured |
            |---|--:|--:|--:|
            %11$s
            Here the price for fast decisions is paid: rows become Java classes. A version is compiled before it
            takes effect, and no decision waits for it.

            ## Back-test

            A draft that was never compiled before: through the gate, compiled, then %12$s recorded decisions read from
            the database (H2 in memory), each judged by the draft and by what is in force, compared, and the result
            stored: %13$s ms.
            """;

    private final Collection<RunResult> results;
    private final long minutes;

    Report(Collection<RunResult> results, long minutes) {
        this.results = results;
        this.minutes = minutes;
    }

    String page() {
        var againstCamunda = Stream.of(Contender.CAMUNDA_JUEL, Contender.CAMUNDA_FEEL)
                .map(rival -> times(playbookAgainst(rival, 1)))
                .toList();
        return PAGE.formatted(
                LocalDate.now(),
                minutes,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().version().stream().map(String::valueOf).collect(joining(".")),
                Sample.ROWS,
                String.format(Locale.ROOT, "%.2f", Agreement.hitsPerCase()),
                Agreement.CASES,
                Arrays.stream(Contender.values()).map(this::decisions).collect(joining()),
                times(playbookAgainst(Contender.KIE_DMN, 1)),
                String.join(" (legacy JUEL) to ", againstCamunda) + " (FEEL as shipped)",
                results.stream()
                        .filter(result -> isOf(result, Publishing.class))
                        .map(Report::publishing)
                        .collect(joining()),
                whole(BackTesting.DECISIONS),
                withError(one(BackTesting.class)));
    }

    private String decisions(Contender engine) {
        return line(
                engine.title(),
                withError(deciding(engine, 1)),
                part(deciding(engine, 1).getScore()
                        / deciding(Contender.LOOP, 1).getScore()),
                against(engine, 1),
                withError(deciding(engine, 2)),
                against(engine, 2));
    }

    private static String publishing(RunResult result) {
        var taken = result.getPrimaryResult().getStatistics();
        return line(
                engine(result).title(),
                figure(taken.getPercentile(50)) + " ms",
                figure(taken.getPercentile(95)) + " ms",
                whole(taken.getN()));
    }

    private String against(Contender engine, int threads) {
        return engine == Contender.PLAYBOOK || engine == Contender.LOOP
                ? ""
                : times(playbookAgainst(engine, threads)) + " ×";
    }

    private double playbookAgainst(Contender engine, int threads) {
        return deciding(Contender.PLAYBOOK, threads).getScore()
                / deciding(engine, threads).getScore();
    }

    private Result<?> deciding(Contender engine, int threads) {
        return results.stream()
                .filter(result -> isOf(result, Deciding.class))
                .filter(result -> engine(result) == engine && result.getParams().getThreads() == threads)
                .findFirst()
                .orElseThrow()
                .getPrimaryResult();
    }

    private Result<?> one(Class<?> what) {
        return results.stream()
                .filter(result -> isOf(result, what))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult();
    }

    private static boolean isOf(RunResult result, Class<?> what) {
        return result.getParams().getBenchmark().startsWith(what.getName() + ".");
    }

    private static Contender engine(RunResult result) {
        return Contender.valueOf(result.getParams().getParam("engine"));
    }

    private static String line(String... cells) {
        return Stream.of(cells).collect(joining(" | ", "| ", " |\n"));
    }

    /** A trial of one iteration has no error. */
    private static String withError(Result<?> result) {
        var error = result.getScoreError();
        return figure(result.getScore()) + (Double.isNaN(error) ? "" : " ± " + figure(error));
    }

    private static String part(double ratio) {
        return ratio >= 0.01 ? figure(ratio * 100) + " %" : "1 in " + figure(1 / ratio);
    }

    private static String times(double ratio) {
        return rounded(ratio, 2);
    }

    private static String figure(double number) {
        return rounded(number, 3);
    }

    private static String rounded(double number, int digits) {
        var rounded = new BigDecimal(number).round(new MathContext(digits));
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
