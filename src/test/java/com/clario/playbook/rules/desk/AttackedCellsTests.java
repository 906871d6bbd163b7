package com.clario.playbook.rules.desk;

import static com.clario.playbook.rules.desk.DraftPage.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sheet.Workbook;
import com.clario.playbook.rules.table.Attack;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each attack in every kind of cell there is, one row for each: each cell is marked by itself, or it holds a text that
 * may be any and stays one.
 */
@PlaybookTest
@TestInstance(Lifecycle.PER_CLASS)
class AttackedCellsTests {

    private static final List<String> SETS =
            List.of("identify/fit", "negotiation/terms", "outreach/follow-up", "optimize/review");

    /** As many as leave a table with no more rows than it may have. */
    private static final int AT_ONCE = 9;

    @LocalServerPort
    int port;

    @Autowired
    List<RuleSet<?>> sets;

    private Visitor maya;

    @BeforeAll
    void signIn() {
        maya = Visitor.signedIn(port, "maya");
    }

    @AfterEach
    void discardDrafts() throws Exception {
        for (var set : SETS) {
            DraftPage.discard(maya, page(set));
        }
    }

    static Stream<Arguments> attacks() {
        var cells = Attack.all().stream()
                .flatMap(attack -> attack.lines().stream())
                .flatMap(List::stream)
                .filter(cell -> !cell.matches("[A-Za-z0-9-]*|a good base"))
                .distinct()
                .toList();
        assertThat(cells).hasSizeGreaterThan(15);
        return SETS.stream().flatMap(set -> IntStream.iterate(0, at -> at < cells.size(), at -> at + AT_ONCE)
                .mapToObj(at -> arguments(set, cells.subList(at, Math.min(cells.size(), at + AT_ONCE)))));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void areMarkedOneByOne(String name, List<String> cells) throws Exception {
        var opened = opened(name);
        var attacked = new Attacked(set(name), DraftPage.sheet(opened), cells);

        var marked = put(name, opened, attacked.sheet());

        assertThat(marked).containsAll(attacked.wrong);
        assertThat(maya.get(page(name) + "/draft/proof").body()).contains("The marked cells come first");
        assertThat(broken()).isZero();
        areWordsWhereTheyAreNotMarked(name, attacked, marked);
    }

    /** Where a text may be any, it reaches Drools; there it must be said and not obeyed. */
    private void areWordsWhereTheyAreNotMarked(String name, Attacked attacked, Set<Place> marked) throws Exception {
        var words = new LinkedHashMap<>(attacked.texts);
        words.keySet().removeAll(marked);
        var sheet = attacked.inPlace(words);

        assertThat(put(name, DraftPage.opened(maya, page(name)), sheet)).isEmpty();

        assertThat(maya.get(page(name) + "/draft/proof").body()).contains("cases come out as they expect");
        assertThat(DraftPage.sheet(DraftPage.opened(maya, page(name)))).isEqualTo(sheet);
        assertThat(broken()).isZero();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void areMarkedOneByOneWhereTheyComeInAWorkbook(String name, List<String> cells) throws Exception {
        var set = set(name);
        var opened = opened(name);
        var attacked = new Attacked(set, DraftPage.sheet(opened), cells);
        var file = Workbook.write(set, attacked.sheet());

        var answer = maya.upload(page(name) + "/draft/upload", Map.of(), "rules.xlsx", file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("must be mended");
        var read = JSON.writeValueAsString(Workbook.read(set, file));
        maya.upload(page(name) + "/draft/upload/take", DraftPage.of(opened, "sheet", read), "", new byte[0]);
        assertThat(marked(DraftPage.opened(maya, page(name)).get("checked"))).containsAll(attacked.wrong);
        assertThat(broken()).isZero();
    }

    private Set<Place> put(String name, JsonNode opened, Sheet sheet) throws Exception {
        var answer = DraftPage.put(maya, page(name), opened.get("revision").asLong(), sheet);
        assertThat(answer.statusCode()).isEqualTo(200);
        return marked(JSON.readTree(answer.body()));
    }

    /** Where a cell stands: its table, its row and its column, counted from 1. */
    private record Place(String table, int row, int column) {}

    /** A draft with an attack in every cell of a row of its own, table by table. */
    private static final class Attacked {

        private final Sheet before;
        private final Map<String, List<List<String>>> lines = new LinkedHashMap<>();
        private final Set<Place> wrong = new LinkedHashSet<>();
        private final Map<Place, String> texts = new LinkedHashMap<>();

        Attacked(RuleSet<?> set, Sheet before, List<String> cells) {
            this.before = before;
            for (var table : set.tables()) {
                add(table.name(), before.rows(table.name()), cells, column -> isText(table, column));
            }
            add(CaseSheet.NAME, before.cases(), cells, column -> column == 0 || isText(set, column));
            wrong.removeIf(place -> namesARow(set, place));
        }

        /** A case may name any row of its draft; where the row's own id is the attack, that is what is marked. */
        private boolean namesARow(RuleSet<?> set, Place place) {
            var cell = lines.get(place.table).get(place.row - 1).get(place.column - 1);
            return place.table.equals(CaseSheet.NAME)
                    && place.column == CaseSheet.of(set).expectedAt() + 2
                    && set.tables().stream()
                            .flatMap(table -> lines.get(table.name()).stream())
                            .anyMatch(row -> row.get(0).equals(cell));
        }

        private void add(String table, List<List<String>> rows, List<String> cells, IntPredicate isText) {
            var all = new ArrayList<>(rows);
            for (var cell : cells) {
                for (var column = 0; column < rows.get(0).size(); column++) {
                    var row = new ArrayList<>(rows.get(0));
                    row.set(0, table.equals(CaseSheet.NAME) ? "Attacked " + all.size() : "ATT-" + (all.size() + 10));
                    row.set(column, cell);
                    all.add(row);
                    var place = new Place(table, all.size(), column + 1);
                    if (isText.test(column)) {
                        texts.put(place, cell);
                    } else {
                        wrong.add(place);
                    }
                }
            }
            lines.put(table, all);
        }

        private static boolean isText(Table table, int column) {
            return column > table.columns().size()
                    || column > 0 && table.columns().get(column - 1).type() instanceof CellType.Text;
        }

        /** Whether any word may stand for this fact of a case. */
        private static boolean isText(RuleSet<?> set, int column) {
            var facts = set.facts().getRecordComponents();
            return column <= facts.length
                    && facts[column - 1].getType() == String.class
                    && CaseSheet.of(set).types().get(column).choices().isEmpty();
        }

        Sheet sheet() {
            var tables = new LinkedHashMap<>(lines);
            return new Sheet(tables, tables.remove(CaseSheet.NAME));
        }

        /** The draft as it was, but for these texts, each in a row that was there. */
        Sheet inPlace(Map<Place, String> words) {
            Map<String, List<List<String>>> tables = new LinkedHashMap<>();
            lines.keySet().forEach(table -> tables.put(table, rows(table)));
            words.forEach((place, text) -> {
                var rows = tables.get(place.table);
                rows.get(place.row % rows.size()).set(place.column - 1, text);
            });
            return new Sheet(tables, tables.remove(CaseSheet.NAME));
        }

        private List<List<String>> rows(String table) {
            var rows = table.equals(CaseSheet.NAME) ? before.cases() : before.rows(table);
            return new ArrayList<>(
                    rows.stream().<List<String>>map(row -> new ArrayList<>(row)).toList());
        }
    }

    private static Set<Place> marked(JsonNode answer) {
        Set<Place> marked = new LinkedHashSet<>();
        answer.get("problems")
                .forEach(problem -> marked.add(new Place(
                        problem.get("table").asText(),
                        problem.get("row").asInt(),
                        problem.get("column").asInt())));
        return marked;
    }

    private JsonNode opened(String name) throws Exception {
        maya.get(page(name));
        maya.post(page(name) + "/draft/open", Map.of());
        return DraftPage.opened(maya, page(name));
    }

    private static String page(String name) {
        return "/rules/" + name;
    }

    private RuleSet<?> set(String name) {
        return sets.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
    }

    private static int broken() throws ReflectiveOperationException {
        var times = Class.forName("com.clario.playbook.rules.check.Break").getDeclaredField("TIMES");
        times.setAccessible(true);
        return ((Number) times.get(null)).intValue();
    }
}
