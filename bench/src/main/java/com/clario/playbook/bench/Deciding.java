package com.clario.playbook.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many cases one published table decides in a second. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class Deciding {

    private static final int CASES = 1024;

    @State(Scope.Benchmark)
    public static class Published {
        @Param
        public Contender engine;

        private Engine<?> published;
        private List<Prospect> prospects;

        @Setup
        public void publish() {
            published = engine.publish(Sample.lines(0));
            prospects = Sample.prospects(CASES, 1);
        }
    }

    /** Each thread goes through the cases by itself. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;
    }

    @Benchmark
    public Object decide(Published table, Turn turn) {
        return table.published.decide(table.prospects.get(turn.next++ & CASES - 1));
    }
}
