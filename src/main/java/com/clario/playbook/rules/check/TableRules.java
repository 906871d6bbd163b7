package com.clario.playbook.rules.check;

import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/** Turns gated rows into DRL and reads the result again: it must be exactly those rows and nothing beside them. */
final class TableRules {

    private final Source source;
    private final Rows rows;

    TableRules(Source source, Rows rows) {
        this.source = source;
        this.rows = rows;
    }

    /**
     * Drools converts here and not inside its build: builds at the same time would get each other's table, because its
     * provider keeps converted tables in one static map.
     */
    String drl() {
        var csv = Source.header(source.name(), source.facts(), rows.table()) + rows.csv(Findings::literal);
        var stream = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        var drl = new SpreadsheetCompiler().compile(stream, InputType.CSV);
        check(parse(drl));
        return drl;
    }

    private PackageDescr parse(String drl) {
        try {
            var parser = new DrlParser();
            var parsed = parser.parse(false, drl);
            if (parser.hasErrors() || parsed == null) {
                throw new NotCompiled(name() + " is not valid: " + parser.getErrors());
            }
            return parsed;
        } catch (DroolsParserException e) {
            throw new NotCompiled(name() + " is not valid: " + e.getMessage());
        }
    }

    private void check(PackageDescr parsed) {
        require(parsed.getName().equals(Source.rulePackage(source.name(), rows.table())), "its package");
        var imports = parsed.getImports().stream().map(each -> each.getTarget()).toList();
        require(imports.equals(Source.imports(source.facts())), "its imports");
        var globals = parsed.getGlobals().stream()
                .map(each -> each.getType() + " " + each.getIdentifier())
                .toList();
        require(globals.equals(List.of("Findings findings")), "its globals");
        require(parsed.getFunctions().isEmpty() && parsed.getFunctionImports().isEmpty(), "functions");
        require(parsed.getAccumulateImports().isEmpty(), "accumulate functions");
        require(parsed.getClassAndEnumDeclarationDescrs().isEmpty(), "declared types");
        require(
                parsed.getEntryPointDeclarations().isEmpty()
                        && parsed.getWindowDeclarations().isEmpty(),
                "entry points");
        checkRules(parsed.getRules());
    }

    private void checkRules(List<RuleDescr> rules) {
        require(rules.stream().allMatch(RuleDescr::isRule), "queries");
        var ids = rows.list().stream().map(Row::id).toList();
        require(rules.stream().map(RuleDescr::getName).toList().equals(ids), "its rows");
        for (var i = 0; i < ids.size(); i++) {
            var consequence = String.valueOf(rules.get(i).getConsequence());
            require(
                    squeezed(consequence).equals(squeezed(outputs(rows.list().get(i)))),
                    "what row " + ids.get(i) + " does");
        }
    }

    private String outputs(Row row) {
        var said = new StringBuilder();
        var columns = rows.table().columns();
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).isOutput() && !row.cells().get(i).isEmpty()) {
                said.append(columns.get(i)
                        .code()
                        .replace("$param", Findings.literal(row.cells().get(i))));
            }
        }
        return said + "findings.fire(\"" + rows.table().name() + "\", drools.getRule().getName(), \""
                + Findings.literal(row.reason()) + "\");";
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            throw new NotCompiled(name() + " became other rules than its rows say: " + what);
        }
    }

    private String name() {
        return "Table " + rows.table().name() + " of " + source.name();
    }
}
