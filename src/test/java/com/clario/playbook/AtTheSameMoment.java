package com.clario.playbook;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Two deeds that begin in the same moment, each on a thread of its own. */
public final class AtTheSameMoment {

    private AtTheSameMoment() {}

    /** What became of each: {@code done}, or the sentence it was refused with. */
    public static List<String> together(Callable<Object> one, Callable<Object> other) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            return threads
                    .invokeAll(Stream.of(one, other)
                            .<Callable<String>>map(deed -> () -> outcome(start, deed))
                            .toList())
                    .stream()
                    .map(AtTheSameMoment::told)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private static String outcome(CyclicBarrier start, Callable<Object> deed) throws Exception {
        start.await();
        try {
            deed.call();
            return "done";
        } catch (RuntimeException refused) {
            return refused.getMessage();
        }
    }

    private static String told(Future<String> answer) {
        try {
            return answer.get();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
