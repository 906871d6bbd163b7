package com.clario.playbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Checks that all engines say the same, measures them one after the other and writes the page. */
public final class Race {

    private static final Path PAGE = Path.of("docs", "benchmarks.md");
    private static final Path TRIAL = Path.of("bench", "target", "benchmarks.md");

    private static final String COLD = "**A trial on cold JVMs: its figures say nothing about speed.**\n\n";

    private final boolean quick;
    private final Collection<RunResult> results = new ArrayList<>();

    private Race(boolean quick) {
        this.quick = quick;
    }

    public static void main(String[] arguments) throws RunnerException, IOException {
        var started = System.nanoTime();
        Agreement.check();
        var race = new Race(List.of(arguments).contains("quick"));
        race.run(Deciding.class, 1);
        race.run(Deciding.class, 2);
        race.run(Publishing.class, 1);
        race.run(BackTesting.class, 1);
        var minutes = Math.round((System.nanoTime() - started) / 60e9);
        var page = race.quick ? TRIAL : PAGE;
        Files.writeString(page, (race.quick ? COLD : "") + new Report(race.results, minutes).page());
        System.out.println("Written: " + page);
    }

    private void run(Class<?> what, int threads) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\b" + what.getSimpleName() + "\\.")
                .threads(threads)
                .forks(1)
                .jvmArgs("-Xms1g", "-Xmx1g", "-Duser.timezone=UTC")
                .shouldFailOnError(true);
        if (quick) {
            options.warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(200))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(500));
        }
        results.addAll(new Runner(options.build()).run());
    }
}
