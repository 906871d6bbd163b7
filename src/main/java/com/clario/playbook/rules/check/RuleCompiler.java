package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles rule sets one after the other, on one thread; each has its time limit from the moment its turn comes. */
public class RuleCompiler implements AutoCloseable {

    private static final AtomicLong BUILDS = new AtomicLong();

    private final Duration limit;
    private ThreadPoolExecutor thread = newThread();

    public RuleCompiler(Duration limit) {
        this.limit = limit;
    }

    public RuleBase compile(Source source) {
        refuseSharedIds(source.tables());
        var mine = new Build(source);
        try {
            queue(mine);
            mine.turn.await();
            return mine.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            giveUp(mine);
            throw NotCompiled.forNow(source.name() + " took longer than " + limit.toSeconds() + " s to compile", e);
        } catch (RejectedExecutionException e) {
            throw NotCompiled.forNow("Too many rule sets are waiting to be compiled; try again in a minute", e);
        } catch (CancellationException e) {
            throw NotCompiled.forNow(source.name() + " was not compiled, since the server stops", e);
        } catch (InterruptedException e) {
            giveUp(mine);
            Thread.currentThread().interrupt();
            throw NotCompiled.forNow(source.name() + " was interrupted while compiling", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotCompiled known
                    ? known
                    : new NotCompiled(source.name() + " does not compile: " + e.getCause(), e.getCause());
        }
    }

    /** Who waits for their turn must hear that it never comes. */
    @Override
    public synchronized void close() {
        thread.shutdownNow().forEach(waiting -> ((Build) waiting).cancel(false));
    }

    /** One build; it tells when its turn comes, or that it will not come. */
    private static final class Build extends FutureTask<RuleBase> {

        private final CountDownLatch turn = new CountDownLatch(1);

        Build(Source source) {
            super(() -> new RuleBase(build(source), source.tables()));
        }

        @Override
        public void run() {
            turn.countDown();
            super.run();
        }

        @Override
        protected void done() {
            turn.countDown();
        }
    }

    private static KieBase build(Source source) {
        var files = new LinkedHashMap<String, String>();
        for (var rows : source.tables()) {
            files.put(
                    path(Source.rulePackage(source.name(), rows.table()), "table"), new TableRules(source, rows).drl());
        }
        source.logic().forEach((name, drl) -> files.put(path(Source.rulePackage(source.name()), name), drl));
        return build(source, files);
    }

    private static KieBase build(Source source, Map<String, String> files) {
        var services = KieServices.get();
        // One artifact with ever new versions: the repository keeps ten of them, but a hundred artifacts.
        var id = services.newReleaseId("com.clario.playbook", "rules", "1." + BUILDS.incrementAndGet());
        var loader = source.facts().getClassLoader();
        var system = services.newKieFileSystem().generateAndWritePomXML(id);
        files.forEach(system::write);
        var results = services.newKieBuilder(system, loader)
                .buildAll(ExecutableModelProject.class)
                .getResults();
        try {
            if (results.hasMessages(Message.Level.ERROR)) {
                throw new NotCompiled(source.name() + " does not compile: " + results.getMessages(Message.Level.ERROR));
            }
            return checked(source, services, id, loader);
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static KieBase checked(Source source, KieServices services, ReleaseId id, ClassLoader loader) {
        var base = services.newKieContainer(id, loader).getKieBase();
        var compiled = base.getKiePackages().stream()
                .flatMap(each -> each.getRules().stream())
                .map(rule -> rule.getName())
                .collect(Collectors.toSet());
        source.tables().forEach(rows -> rows.list().forEach(row -> {
            if (!compiled.contains(row.id())) {
                throw new NotCompiled("Row " + row.id() + " of " + source.name() + " was lost in compiling");
            }
        }));
        return base;
    }

    private static void refuseSharedIds(List<Rows> tables) {
        Set<String> ids = new HashSet<>();
        tables.forEach(rows -> rows.list().forEach(row -> {
            if (!ids.add(row.id())) {
                throw new NotCompiled("Two tables have a row " + row.id());
            }
        }));
    }

    private static String path(String rulePackage, String name) {
        return "src/main/resources/" + rulePackage.replace('.', '/') + "/" + name + ".drl";
    }

    private synchronized void queue(Build build) {
        thread.execute(build);
    }

    /** A build that hangs keeps its thread; those that wait behind it go to another. */
    private synchronized void giveUp(Build mine) {
        if (mine.cancel(true) && !thread.remove(mine) && !thread.isShutdown()) {
            var hung = thread;
            var behind = new ArrayList<Runnable>();
            hung.getQueue().drainTo(behind);
            hung.shutdown();
            thread = newThread();
            behind.forEach(thread::execute);
        }
    }

    private static ThreadPoolExecutor newThread() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(64), work -> {
            var thread = new Thread(work, "rule-compiler");
            thread.setDaemon(true);
            return thread;
        });
    }
}
