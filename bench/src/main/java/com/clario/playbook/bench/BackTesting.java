package com.clario.playbook.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long it takes to judge recorded decisions anew: facts read from their JSON, then judged by a draft. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BackTesting {

    static final int DECISIONS = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<String> recorded = new ArrayList<>();
    private Engine<?> draft;

    @Setup
    public void record() throws JsonProcessingException {
        draft = Contender.PLAYBOOK.publish(Sample.lines(1));
        for (var prospect : Sample.prospects(DECISIONS, 2)) {
            recorded.add(JSON.writeValueAsString(prospect));
        }
    }

    @Benchmark
    public void judgeAnew(Blackhole said) throws JsonProcessingException {
        for (var facts : recorded) {
            said.consume(draft.decide(JSON.readValue(facts, Prospect.class)));
        }
    }
}
