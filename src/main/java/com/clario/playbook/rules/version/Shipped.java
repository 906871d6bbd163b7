package com.clario.playbook.rules.version;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.Source;
import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Header;
import com.clario.playbook.rules.table.Rows;
import com.clario.playbook.rules.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files a rule set ships: its first rows, and the logic no table can say. */
public final class Shipped {

    private Shipped() {}

    /** The rows of all tables; a file with another header than ours is refused. */
    public static List<Rows> rows(RuleSet<?> set) {
        List<Rows> rows = new ArrayList<>();
        for (var table : set.tables()) {
            var path = set.folder() + "/" + table.name() + ".drl.csv";
            var file = read(new ClassPathResource(path, set.facts().getClassLoader()));
            rows.add(Gate.pass(table, Header.rowsOf(file, header(set, table), path)));
        }
        return rows;
    }

    /** The cases as they ship; empty for a rule set without any. */
    public static String cases(RuleSet<?> set) {
        var file =
                new ClassPathResource(set.folder() + "/cases.csv", set.facts().getClassLoader());
        return file.exists() ? read(file) : "";
    }

    static String header(RuleSet<?> set, Table table) {
        return Source.header(set.name(), set.facts(), table);
    }

    public static Source source(RuleSet<?> set, List<Rows> rows) {
        return new Source(set.name(), set.facts(), rows, logic(set));
    }

    private static Map<String, String> logic(RuleSet<?> set) {
        Map<String, String> logic = new TreeMap<>();
        try {
            var files = new PathMatchingResourcePatternResolver(set.facts().getClassLoader())
                    .getResources("classpath*:" + set.folder() + "/*.drl");
            for (var file : files) {
                logic.put(file.getFilename().replace(".drl", ""), read(file));
            }
            return logic;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Missing " + resource, e);
        }
    }
}
