package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.trial.BackTest.Flip;
import com.clario.playbook.rules.trial.BackTest.Outcome;
import com.clario.playbook.rules.trial.BackTest.Result;
import com.clario.playbook.rules.trial.Recorded.Case;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/** One run: two threads judge, some cases at once, while the caller's reads on and counts in the order it read. */
final class Replay implements AutoCloseable {

    private static final int MOST_KEPT = 2_000;
    private static final int STEP = 500;
    private static final int CHUNK = 125;
    private static final int MOST_AHEAD = 8;

    private final RuleSet<?> set;
    private final RuleBase before;
    private final RuleBase after;
    private final int most;
    private final LongConsumer progress;
    private final ExecutorService judges = Executors.newFixedThreadPool(2, work -> {
        var thread = new Thread(work, "rule-replay");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<String, Pair> known = new ConcurrentHashMap<>();
    private final Map<String, Long> turns = new TreeMap<>();
    private final Map<String, Long> unreadable = new TreeMap<>();
    private final List<Flip> flips = new ArrayList<>();
    private final List<Flip> moves = new ArrayList<>();
    private final Queue<CompletableFuture<List<Judged>>> ahead = new ArrayDeque<>();
    private List<Case> chunk = new ArrayList<>();
    private long done;
    private long judged;
    private long flipped;
    private long moved;

    Replay(RuleSet<?> set, RuleBase before, RuleBase after, int most, LongConsumer progress) {
        this.set = set;
        this.before = before;
        this.after = after;
        this.most = most;
        this.progress = progress;
    }

    void add(Case one) {
        chunk.add(one);
        if (chunk.size() == CHUNK) {
            judgeChunk();
            if (ahead.size() > MOST_AHEAD) {
                ahead.remove().join().forEach(this::count);
            }
        }
    }

    Result result() {
        judgeChunk();
        ahead.forEach(each -> each.join().forEach(this::count));
        return new Result(judged, flipped, moved, turns, unreadable, List.copyOf(flips), List.copyOf(moves));
    }

    @Override
    public void close() {
        judges.shutdownNow();
    }

    private void judgeChunk() {
        var cases = chunk;
        chunk = new ArrayList<>();
        ahead.add(CompletableFuture.supplyAsync(
                () -> cases.stream().map(this::judge).toList(), judges));
    }

    private Judged judge(Case one) {
        try {
            return new Judged(one, pair(one.facts()), "");
        } catch (Facts.Unreadable e) {
            return new Judged(one, null, e.getMessage());
        }
    }

    private Pair pair(String json) throws Facts.Unreadable {
        var same = known.get(json);
        if (same != null) {
            return same;
        }
        var facts = Facts.stored(set.facts(), json);
        var pair = new Pair(before == null ? null : outcome(before, facts), outcome(after, facts));
        if (known.size() < MOST_KEPT) {
            known.put(json, pair);
        }
        return pair;
    }

    /** Facts that were kept may still be such that the rules of today stumble over them. */
    private static Outcome outcome(RuleBase base, Object facts) throws Facts.Unreadable {
        try {
            return Outcome.of(base.judge(facts));
        } catch (RuntimeException e) {
            throw new Facts.Unreadable("The rules cannot judge these facts");
        }
    }

    private void count(Judged one) {
        if (one.pair == null) {
            unreadable.merge(one.unreadable, 1L, Long::sum);
        } else {
            compare(one.asked, before == null ? one.asked.was() : one.pair.before, one.pair.after);
            judged++;
        }
        if (++done % STEP == 0) {
            progress.accept(done);
        }
    }

    private void compare(Case one, Outcome before, Outcome after) {
        if (!before.verdict().equals(after.verdict())) {
            flipped++;
            turns.merge(before.verdict() + " → " + after.verdict(), 1L, Long::sum);
            list(flips, one, before, after);
        } else if (!before.equals(after)) {
            moved++;
            list(moves, one, before, after);
        }
    }

    private void list(List<Flip> list, Case one, Outcome before, Outcome after) {
        if (list.size() < most) {
            list.add(Flip.of(one, before, after));
        }
    }

    private record Pair(Outcome before, Outcome after) {}

    private record Judged(Case asked, Pair pair, String unreadable) {}
}
