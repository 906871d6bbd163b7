package com.clario.playbook.rules.version;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.NotCompiled;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.version.Versions.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiled versions: the one in force of each rule set at hand without waiting, some twenty others beside it. */
public class Bases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bases.class);
    private static final int OTHERS = 20;
    private static final int TRIED = 6;

    private final RuleCompiler compiler;
    private final Versions versions;
    private final Map<String, Compiled> inUse = new ConcurrentHashMap<>();
    private final Map<Key, CompletableFuture<RuleBase>> others = newest(OTHERS);
    private final Map<Key, CompletableFuture<RuleBase>> tried = newest(TRIED);
    private final Map<Key, String> failures = newest(100);
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "rule-bases");
        thread.setDaemon(true);
        return thread;
    });

    /** A version and what became of its rows. */
    public record Compiled(Mark version, RuleBase base) {

        public int number() {
            return version.number();
        }
    }

    public Bases(RuleCompiler compiler, Versions versions) {
        this.compiler = compiler;
        this.versions = versions;
    }

    /**
     * What to decide by. Nobody waits for a compile where this node has any version: it goes on with that one, under
     * that one's number, until the newest is ready. Swapping the reference is all that a new version costs.
     */
    public Compiled inForce(RuleSet<?> set, Mark newest) {
        var current = inUse.get(set.name());
        if (current != null && current.version().equals(newest)) {
            return current;
        }
        var ready = ready(Key.of(set, newest), current);
        if (ready.isPresent()) {
            return use(set, new Compiled(newest, ready.get()));
        }
        if (current != null) {
            ahead(set, newest, false);
            return current;
        }
        return first(set);
    }

    /** The base of any version, such as an old one for a back-test; waits until it is compiled. */
    public RuleBase of(RuleSet<?> set, Mark version) {
        var promise = new CompletableFuture<RuleBase>();
        var known = known(others, Key.of(set, version), promise);
        if (known == null) {
            build(set, version, promise);
        }
        return joined(known == null ? promise : known);
    }

    /** The base of rows that are not a version yet; those tried last are at hand and push no version out. */
    public RuleBase compile(RuleSet<?> set, List<Rows> rows) {
        var key = new Key(set.name(), Content.of(rows, "").sha256());
        var promise = new CompletableFuture<RuleBase>();
        var known = known(tried, key, promise);
        if (known == null) {
            try {
                promise.complete(compiler.compile(Shipped.source(set, rows)));
            } catch (RuntimeException | Error failed) {
                forget(tried, key, promise);
                promise.completeExceptionally(failed);
            }
        }
        return joined(known == null ? promise : known);
    }

    /** Why this node could not compile a version; empty where it could or has not tried. */
    Optional<String> failure(RuleSet<?> set, Mark version) {
        synchronized (failures) {
            return Optional.ofNullable(failures.get(Key.of(set, version)));
        }
    }

    /** Remembers a base before its version is in force, so that nobody waits for a compile. */
    void prepare(RuleSet<?> set, String sha256, RuleBase base) {
        synchronized (others) {
            others.put(new Key(set.name(), sha256), CompletableFuture.completedFuture(base));
        }
    }

    /** The base of content with this fingerprint, where it is at hand. */
    Optional<RuleBase> ready(RuleSet<?> set, String sha256) {
        return ready(new Key(set.name(), sha256), inUse.get(set.name()));
    }

    /** Has a version compiled in the background, unless it is or could not be; {@code again} tries the latter anew. */
    void ahead(RuleSet<?> set, Mark version, boolean again) {
        var promise = new CompletableFuture<RuleBase>();
        if ((again || failure(set, version).isEmpty()) && known(others, Key.of(set, version), promise) == null) {
            try {
                background.execute(() -> build(set, version, promise));
            } catch (RejectedExecutionException closing) {
                promise.completeExceptionally(closing);
            }
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    /** A node that has nothing compiled waits, and takes an older version where the newest does not compile here. */
    private Compiled first(RuleSet<?> set) {
        NotCompiled why = null;
        for (var version : versions.begun(set.name())) {
            try {
                return use(set, new Compiled(version, of(set, version)));
            } catch (NotCompiled failed) {
                why = why == null ? failed : why;
            }
        }
        throw why == null ? new IllegalStateException("No version of " + set.name() + " is in force") : why;
    }

    /** Whoever read the version in force a moment earlier than others decides by it, but leaves the newer one in use. */
    private Compiled use(RuleSet<?> set, Compiled compiled) {
        inUse.merge(set.name(), compiled, (one, other) -> other.version().isAfter(one.version()) ? other : one);
        return compiled;
    }

    private Optional<RuleBase> ready(Key key, Compiled current) {
        if (current != null && current.version().sha256().equals(key.sha256())) {
            return Optional.of(current.base());
        }
        synchronized (others) {
            var known = others.get(key);
            var done = known != null && known.isDone() && !known.isCompletedExceptionally();
            return done ? Optional.of(known.join()) : Optional.empty();
        }
    }

    private static CompletableFuture<RuleBase> known(
            Map<Key, CompletableFuture<RuleBase>> kept, Key key, CompletableFuture<RuleBase> promise) {
        synchronized (kept) {
            return kept.putIfAbsent(key, promise);
        }
    }

    private static void forget(
            Map<Key, CompletableFuture<RuleBase>> kept, Key key, CompletableFuture<RuleBase> promise) {
        synchronized (kept) {
            kept.remove(key, promise);
        }
    }

    private static RuleBase joined(CompletableFuture<RuleBase> base) {
        try {
            return base.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void build(RuleSet<?> set, Mark version, CompletableFuture<RuleBase> promise) {
        var key = Key.of(set, version);
        try {
            var stored = versions.find(set.name(), version.number()).orElseThrow();
            var base = compiler.compile(Shipped.source(set, stored.content().gated(set)));
            note(key, null);
            promise.complete(base);
        } catch (Throwable failed) {
            // Whatever it is: those who wait must hear of it, and the next one tries anew.
            forget(others, key, promise);
            tell(set, version, failed);
            promise.completeExceptionally(failed);
        }
    }

    private void tell(RuleSet<?> set, Mark version, Throwable failed) {
        var sentence = "Version " + version.number() + " of rule set " + set.name() + " does not compile on this node: "
                + failed.getMessage();
        if (note(Key.of(set, version), sentence) == null) {
            var current = inUse.get(set.name());
            LOG.error(
                    "{}. {}",
                    sentence,
                    current == null ? "No other is in use yet" : "Version " + current.number() + " stays in use");
        }
    }

    private String note(Key key, String failure) {
        synchronized (failures) {
            return failure == null ? failures.remove(key) : failures.put(key, failure);
        }
    }

    private static <V> Map<Key, V> newest(int most) {
        return new LinkedHashMap<>(32, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
                return size() > most;
            }
        };
    }

    // By fingerprint and not by number: a number whose transaction failed goes to other rows.
    private record Key(String ruleSet, String sha256) {

        static Key of(RuleSet<?> set, Mark version) {
            return new Key(set.name(), version.sha256());
        }
    }
}
