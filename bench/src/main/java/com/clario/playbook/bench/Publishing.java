package com.clario.playbook.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes from rows as a manager approved them, through the gate, to the first case decided by them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 4, time = 4)
public class Publishing {

    @Param({"PLAYBOOK", "KIE_DMN", "CAMUNDA_FEEL"})
    public Contender engine;

    private final Prospect first = Sample.prospects(1, 1).get(0);
    private int edition;

    @Benchmark
    public Object publish() {
        return engine.publish(Sample.lines(edition++)).decide(first);
    }
}
