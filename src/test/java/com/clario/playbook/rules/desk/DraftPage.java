package com.clario.playbook.rules.desk;

import com.clario.playbook.Visitor;
import com.clario.playbook.rules.draft.Sheet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The editor as its script has it: reads what the page brings, and saves cells. */
final class DraftPage {

    static final String FIT = "/rules/identify/fit";
    static final ObjectMapper JSON = new ObjectMapper();
    static final int REASON = 18;

    private DraftPage() {}

    static JsonNode opened(Visitor visitor) throws JsonProcessingException {
        return opened(visitor, FIT);
    }

    static JsonNode opened(Visitor visitor, String set) throws JsonProcessingException {
        var page = visitor.get(set + "/draft").body();
        var start = page.indexOf("data-draft=\"") + "data-draft=\"".length();
        var json = page.substring(start, page.indexOf('"', start));
        return JSON.readTree(json.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    /** The fields of a form that a page with this draft sends. */
    static Map<String, String> of(JsonNode opened, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("revision", opened.get("revision").asText());
        for (var i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    /** Discards the draft as it is now, if there is one. */
    static void discard(Visitor visitor) throws JsonProcessingException {
        discard(visitor, FIT);
    }

    static void discard(Visitor visitor, String set) throws JsonProcessingException {
        if (visitor.get(set + "/draft").uri().getPath().endsWith("/draft")) {
            visitor.post(set + "/draft/discard", of(opened(visitor, set)));
        }
    }

    static Sheet sheet(JsonNode opened) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        opened.get("tables").forEach(table -> tables.put(table.get("name").asText(), lines(table)));
        return new Sheet(tables, lines(opened.get("cases")));
    }

    static List<List<String>> lines(JsonNode grid) {
        var lines = new ArrayList<List<String>>();
        grid.get("lines").forEach(line -> {
            var cells = new ArrayList<String>();
            line.forEach(cell -> cells.add(cell.asText()));
            lines.add(cells);
        });
        return lines;
    }

    static Sheet with(Sheet sheet, int row, int column, String cell) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>(sheet.tables());
        var points = new ArrayList<>(sheet.rows("points"));
        var line = new ArrayList<>(points.get(row));
        line.set(column, cell);
        points.set(row, line);
        tables.put("points", points);
        return new Sheet(tables, sheet.cases());
    }

    static HttpResponse<String> put(Visitor visitor, long revision, Sheet sheet) throws JsonProcessingException {
        return put(visitor, FIT, revision, sheet);
    }

    static HttpResponse<String> put(Visitor visitor, String set, long revision, Sheet sheet)
            throws JsonProcessingException {
        return visitor.put(
                set + "/draft",
                JSON.writeValueAsString(
                        Map.of("revision", revision, "tables", sheet.tables(), "cases", sheet.cases())));
    }
}
