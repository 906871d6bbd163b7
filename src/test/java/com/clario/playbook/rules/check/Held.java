package com.clario.playbook.rules.check;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Builds that hang in a compiler until a test lets them go, and then come to nothing. */
public final class Held extends AbstractMap<String, String> implements AutoCloseable {

    final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    /** Has a compiler hang, with so many builds behind it that it takes no other. */
    public static Held full(RuleCompiler compiler) {
        var held = new Held();
        held.in(compiler);
        var refused = new CountDownLatch(1);
        try {
            held.begun.await();
            while (!refused.await(1, TimeUnit.MILLISECONDS)) {
                held.in(compiler).exceptionally(thrown -> {
                    refused.countDown();
                    return null;
                });
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return held;
    }

    /** What comes of one such build. */
    CompletableFuture<RuleBase> in(RuleCompiler compiler) {
        return start(compiler, new Source("held", String.class, List.of(), this));
    }

    /** What comes of any build, asked for on a thread of its own. */
    static CompletableFuture<RuleBase> start(RuleCompiler compiler, Source source) {
        var compiled = new CompletableFuture<RuleBase>();
        var waiting = new Thread(() -> {
            try {
                compiled.complete(compiler.compile(source));
            } catch (RuntimeException thrown) {
                compiled.completeExceptionally(thrown);
            }
        });
        waiting.setDaemon(true);
        waiting.start();
        return compiled;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        begun.countDown();
        var interrupted = false;
        for (var held = true; held; ) {
            try {
                letGo.await();
                held = false;
            } catch (InterruptedException e) {
                // As Drools, it does not listen.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new NotCompiled("It was held by a test");
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    @Override
    public void close() {
        letGo.countDown();
    }
}
