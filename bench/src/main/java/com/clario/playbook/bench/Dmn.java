package com.clario.playbook.bench;

import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Rows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same rows as a DMN table that collects every match; one text for all DMN engines. */
final class Dmn {

    static final String DECISION = "points";

    private static final String FRAME =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                id="bench" name="bench" namespace="https://clario.com/playbook/bench">
            %s<decision id="points" name="points">
            <variable name="points"/>
            %s<decisionTable id="table" hitPolicy="COLLECT">
            %s%s%s</decisionTable>
            </decision>
            </definitions>
            """;

    /** An input of the table: a component of the facts. */
    private record Input(String name, String type) {
        String data() {
            return "<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>\n"
                    .formatted(name, type);
        }

        String requirement() {
            return "<informationRequirement id=\"needs-%1$s\"><requiredInput href=\"#%1$s\"/></informationRequirement>\n"
                    .formatted(name);
        }

        String column() {
            return ("<input id=\"in-%1$s\"><inputExpression id=\"of-%1$s\" typeRef=\"%2$s\"><text>%1$s</text>"
                            + "</inputExpression></input>\n")
                    .formatted(name, type);
        }
    }

    private static final List<Input> INPUTS = List.of(
            new Input("segment", "string"),
            new Input("customers", "number"),
            new Input("rate", "number"),
            new Input("exclusive", "boolean"));

    private Dmn() {}

    static String of(Rows rows) {
        return FRAME.formatted(
                all(INPUTS.stream().map(Input::data)),
                all(INPUTS.stream().map(Input::requirement)),
                all(INPUTS.stream().map(Input::column)),
                all(Stream.of(output("row", "string"), output("points", "number"), output("reason", "string"))),
                all(rows.list().stream().map(Dmn::rule)));
    }

    private static String output(String name, String type) {
        return "<output id=\"out-%1$s\" name=\"%1$s\" typeRef=\"%2$s\"/>\n".formatted(name, type);
    }

    private static String rule(Row row) {
        var cells = row.cells();
        var conditions = Stream.of(
                quoted(cells.get(0)),
                "[" + cells.get(1) + ".." + cells.get(2) + ")",
                "[" + cells.get(3) + ".." + cells.get(4) + ")",
                cells.get(5));
        var outputs = Stream.of(quoted(row.id()), cells.get(6), quoted(row.reason()));
        return "<rule id=\"" + row.id() + "\">" + all(conditions.map(cell -> entry("inputEntry", cell)))
                + all(outputs.map(cell -> entry("outputEntry", cell))) + "</rule>\n";
    }

    private static String entry(String kind, String text) {
        return "<" + kind + "><text>" + text + "</text></" + kind + ">";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String all(Stream<String> parts) {
        return parts.collect(Collectors.joining());
    }
}
