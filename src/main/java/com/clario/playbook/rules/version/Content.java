package com.clario.playbook.rules.version;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What managers own of a rule set: the rows of its tables and the cases that prove them.
 *
 * @param tables the rows of each table as CSV, by the table's name
 * @param cases the file of cases as CSV with its first line; empty for versions older than the desk
 */
public record Content(Map<String, String> tables, String cases) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Content {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** Rows that passed the gate, in their one spelling. */
    public static Content of(List<Rows> tables, String cases) {
        Map<String, String> csv = new LinkedHashMap<>();
        tables.forEach(rows -> csv.put(rows.table().name(), rows.csv()));
        return new Content(csv, cases);
    }

    /** The rows of all tables through the gate, again: what somebody wrote past us does not reach Drools either. */
    public List<Rows> gated(RuleSet<?> set) {
        return set.tables().stream()
                .map(table -> Gate.pass(table, rows(table.name())))
                .toList();
    }

    /** The same; without cases, as versions older than the desk are, those that ship prove it. */
    public Content proven(RuleSet<?> set) {
        return cases.isEmpty() ? new Content(tables, Shipped.cases(set)) : this;
    }

    /** As it is stored beside a change or a challenger. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What {@link #json()} wrote. */
    public static Content read(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored content of rules cannot be read", broken);
        }
    }

    /** The rows of one table; empty where it has none. */
    public String rows(String table) {
        return tables.getOrDefault(table, "");
    }

    /** The fingerprint of the rows, table by table, and of the cases where there are any. */
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(tables).forEach((name, csv) -> digest.update(bytes(name + "\n" + csv + "\n")));
            if (!cases.isEmpty()) {
                digest.update(bytes("cases\n" + cases + "\n"));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
