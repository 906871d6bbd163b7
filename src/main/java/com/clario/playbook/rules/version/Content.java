package com.clario.playbook.rules.version;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Rows;
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
