package com.clario.playbook.rules.draft;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.check.NotCompiled;
import com.clario.playbook.rules.sweep.Remark;
import com.clario.playbook.rules.sweep.Sweep;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Problem;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.version.Bases;
import com.clario.playbook.rules.version.CaseResult;
import com.clario.playbook.rules.version.Content;
import com.clario.playbook.rules.version.Proof;
import com.clario.playbook.rules.version.Versions;
import com.clario.playbook.rules.words.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks a sheet through: the gate first, and only what passed it is swept, compiled and asked. */
final class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final Bases bases;
    private final Versions versions;

    Checks(Bases bases, Versions versions) {
        this.bases = bases;
        this.versions = versions;
    }

    /** What can be said at once, while somebody types. */
    Checked glance(RuleSet<?> set, Sheet sheet) {
        var problems = problems(set, sheet);
        // A case that names a row which is gone says nothing against the rows that are there.
        var remarks = problems.stream().allMatch(CellProblem::isInCases) ? remarks(set, sheet) : List.<Remark>of();
        return new Checked(problems, remarks, sentences(set, sheet));
    }

    private List<Remark> remarks(RuleSet<?> set, Sheet sheet) {
        var number = versions.inForce(set.name()).orElseThrow().number();
        var inForce = versions.find(set.name(), number).orElseThrow();
        var remarks = new ArrayList<>(Sweep.of(set.facts(), rows(set, sheet), rows(set, inForce.content())));
        remarks.addAll(ReusedIds.remarks(set, sheet, inForce, versions));
        return List.copyOf(remarks);
    }

    /** Rows written for other columns cannot be compared. */
    private static List<Rows> rows(RuleSet<?> set, Content content) {
        return set.tables().stream()
                .filter(table ->
                        Gate.problems(table, content.rows(table.name())).isEmpty())
                .map(table -> Gate.pass(table, content.rows(table.name())))
                .toList();
    }

    private static Map<String, List<String>> sentences(RuleSet<?> set, Sheet sheet) {
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        for (var table : set.tables()) {
            sentences.put(
                    table.name(),
                    sheet.rows(table.name()).stream()
                            .map(line -> Sentences.of(table, line))
                            .toList());
        }
        return sentences;
    }

    Content content(RuleSet<?> set, Sheet sheet) {
        return Content.of(rows(set, sheet), CaseSheet.of(set).pass(sheet.cases(), sheet.ids(set)));
    }

    Proof proof(RuleSet<?> set, Sheet sheet) {
        if (!problems(set, sheet).isEmpty()) {
            return Proof.refused("The marked cells come first: as they are, they cannot become rules");
        }
        var tables = rows(set, sheet);
        var cases = CaseSheet.of(set).pass(sheet.cases(), sheet.ids(set));
        try {
            return Proof.of(set, tables, cases, bases.compile(set, tables));
        } catch (NotCompiled e) {
            LOG.warn("A draft of {} passed the gate and does not compile", set.name(), e);
            return Proof.refused("These rows do not become rules: " + e.getMessage());
        }
    }

    /** The same sheet, but one case expects what the rules say now, in the sums it names, too. */
    Sheet accept(RuleSet<?> set, Sheet sheet, String name) {
        var place = sheet.cases().stream()
                .map(line -> line.isEmpty() ? "" : line.get(0))
                .toList()
                .indexOf(name);
        if (place < 0) {
            throw new Refusal("There is no case " + name + " in this draft");
        }
        var gate = CaseSheet.of(set);
        var line = new ArrayList<>(sheet.cases().get(place));
        var at = gate.expectedAt();
        while (line.size() < gate.names().size()) {
            line.add("");
        }
        var sums = line.get(at + 2);
        // What it expected so far may name a row that is gone; only its facts are asked.
        line.set(at, Decision.UNDECIDED);
        line.set(at + 1, "");
        line.set(at + 2, "");
        if (!gate.problems(List.of(line), List.of()).isEmpty()) {
            throw new Refusal("The facts of case " + name + " come first: some of its cells are marked");
        }
        var asked = Cases.read(gate.pass(List.of(line), List.of()), set.facts()).get(0);
        var said = said(set, sheet, asked);
        line.set(at, said.verdict());
        line.set(at + 1, String.join(" ", said.rows()));
        line.set(at + 2, sums(set, sums, said));
        var cases = new ArrayList<>(sheet.cases());
        cases.set(place, line);
        return new Sheet(sheet.tables(), cases);
    }

    private CaseResult.Outcome said(RuleSet<?> set, Sheet sheet, Cases.Case asked) {
        try {
            return CaseResult.outcome(bases.compile(set, rows(set, sheet)).judge(asked.facts()));
        } catch (RowsRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Refusal("The rules could not judge case " + asked.name(), e);
        }
    }

    /** Only the sums the case named so far and in its order, so that the difference shows no more than what is other. */
    private static String sums(RuleSet<?> set, String named, CaseResult.Outcome said) {
        if (named.isBlank()) {
            return "";
        }
        var known = set.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(Column::isPoints)
                .map(Column::field)
                .distinct()
                .toList();
        var kept = Stream.of(named.split("[\\s,]+"))
                .map(sum -> sum.replaceFirst("=.*", ""))
                .filter(known::contains)
                .distinct()
                .toList();
        return (kept.isEmpty() ? known : kept)
                .stream()
                        .map(sum -> sum + "=" + said.sums().getOrDefault(sum, 0))
                        .collect(Collectors.joining(" "));
    }

    private List<Rows> rows(RuleSet<?> set, Sheet sheet) {
        shared(set, sheet).forEach((table, problems) -> {
            throw new RowsRefused(table, problems);
        });
        return set.tables().stream()
                .map(table -> Gate.pass(table, sheet.rows(table.name())))
                .toList();
    }

    private List<CellProblem> problems(RuleSet<?> set, Sheet sheet) {
        var problems = new ArrayList<CellProblem>();
        var shared = shared(set, sheet);
        for (var table : set.tables()) {
            var name = table.name();
            Gate.problems(table, sheet.rows(name)).forEach(each -> problems.add(CellProblem.of(name, each)));
            shared.getOrDefault(name, List.of()).forEach(each -> problems.add(CellProblem.of(name, each)));
        }
        CaseSheet.of(set)
                .problems(sheet.cases(), sheet.ids(set))
                .forEach(each -> problems.add(CellProblem.of(CaseSheet.NAME, each)));
        return List.copyOf(problems);
    }

    /** A row's id names it in decisions and cases, whichever table it stands in. */
    private static Map<String, List<Problem>> shared(RuleSet<?> set, Sheet sheet) {
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        Map<String, String> first = new HashMap<>();
        for (var table : set.tables()) {
            var ids = sheet.ids(table.name()).toList();
            for (var i = 0; i < ids.size(); i++) {
                var other = ids.get(i).isBlank() ? null : first.putIfAbsent(ids.get(i), table.name());
                if (other != null && !other.equals(table.name())) {
                    var sentence = "has an id that a row of table " + other + " has";
                    problems.computeIfAbsent(table.name(), name -> new ArrayList<>())
                            .add(new Problem(i + 1, 1, "Row", "twice", sentence, ids.get(i)));
                }
            }
        }
        return problems;
    }
}
