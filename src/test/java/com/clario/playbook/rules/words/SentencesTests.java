package com.clario.playbook.rules.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.RuleSets;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Dice;
import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Sample;
import com.clario.playbook.rules.table.Table;
import com.clario.playbook.rules.version.Shipped;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTests {

    private static final Table VERDICT = Table.firstOf(
            "verdict",
            Column.rowsFrom("vetoes", "Vetoes from").said("veto", "vetoes"),
            Column.rowsBelow("vetoes", "Vetoes below"),
            Column.sumFrom("us", "Points for us from", -1000, 1000),
            Column.verdict("STRONG", "POOR"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            FIT-02 | If the partner type is POS and merchants are at least 5,000 and below 20,000, add 15 points for us, resting on Merchants, because it reaches 5,000 to 20,000 merchants: worth the work of a partnership.
            FIT-13 | If the partner type is POS or Accounting, the model is Integration or White label and API is None, take away 15 points for us, resting on API, because without an API there is nothing to connect to.
            FIT-22 | If there is a sponsor, add 5 points for us and add 5 points for them, resting on Sponsor, because somebody with a say there wants this partnership.
            FIT-31 | If the candidate is a competitor, that is a veto, because it sells analytics that compete with ours.
            FIT-41 | If there is at least one veto, the verdict is Poor, because a veto stands against it, whatever the points say.
            FIT-42 | If points for us are at least 40 and points for them are at least 30, the verdict is Strong (strong value in both directions).
            PRI-04 | If value to us is at least 30 and below 50, add 8 points, because it brings us something.
            PRI-21 | If the research is at least 91 days old and there are 0 or more rows with points, the verdict is Research again, because the research is older than 90 days, so it is done again before we choose.
            APP-04 | If the contact has a mail address and the contact may be mailed, the verdict is Cold, because there is no mutual contact, but a contact we may mail.
            FUP-02 | If the approach is Cold and the partner type is Channel, set follow-ups to 1, set days between to 7, set days of silence after the last to 14 and the verdict is Planned, because an adviser is one busy person: one reminder, then two weeks.
            TRM-01 | If the model is White label and the partner's share is below 50%, that is an exception, because a white-label partner who sells our product will not stay with less than 50%.
            TRM-31 | If the model is Referral, the terms are our standard terms and there is no exception, no pilot is required, because a referral on our unchanged standard terms needs no pilot: nothing is connected or branded.
            PLN-02 | If the number of customers is at least 21, that is a broken limit, because a pilot has at most 20 customers; more is a launch.
            PLT-03 | If active use, compared with its target, is below -30 percentage points, the verdict is Failed, because active use is more than 30 percentage points short of its target.
            PLT-05 | If the pilot was not extended before, the verdict is Extend (not there yet but near: one extension is worth it).
            RDY-08 | If the model is Integration and no API key is issued, that is a missing piece (no live API key: the partner cannot send anything).
            RDY-12 | If the model is Reseller, Integration, White label or Referral and there is no missing piece, the verdict is Ready, because everything this model needs is in place.
            REV-06 | If the model is Reseller, White label or Referral, the revenue is above 120% of its target and retention, compared with direct customers, is at least 0 percentage points, the verdict is Expand, because the revenue is above 120% of its target and the partner's customers stay as long as our own.
            REN-03 | If the number of reviews held is at least 1 and the number of reviews asking for other terms is at least 2, the verdict is Change, because two reviews or more asked for other terms.
            """)
    void readsAShippedRow(String id, String sentence) {
        assertThat(shipped(id)).containsExactly(sentence);
    }

    @TestFactory
    Stream<DynamicTest> everyShippedRowIsOneSentenceThatNamesEveryCell() {
        return RuleSets.all().stream()
                .map(set -> dynamicTest(set.name(), () -> assertThat(Shipped.rows(set))
                        .allSatisfy(rows -> assertThat(rows.list()).allSatisfy(row -> check(rows.table(), row)))));
    }

    @TestFactory
    Stream<DynamicTest> everyShippedYesAndNoHasWordsOfItsOwn() {
        return RuleSets.all().stream()
                .flatMap(SentencesTests::columns)
                .map(column -> dynamicTest(column.label(), () -> {
                    if (column.type() instanceof CellType.YesNo) {
                        assertThat(column.words()).hasSize(2);
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource({"WHITE_LABEL,White label", "ACCOUNTING,Accounting", "NONE,None", "POS,POS", "API,API"})
    void spellsOptionsAsTheGridDoes(String option, String spelled) {
        assertThat(CellType.Options.spoken(option)).isEqualTo(spelled);
    }

    @Test
    void countsRowsAsPeopleDo() {
        assertThat(verdict("1", "", "")).startsWith("If there is at least one veto, the verdict is Poor");
        assertThat(verdict("3", "", "")).startsWith("If there are at least 3 vetoes, ");
        assertThat(verdict("", "1", "")).startsWith("If there is no veto, ");
        assertThat(verdict("", "2", "40"))
                .startsWith("If there are fewer than 2 vetoes and points for us are at least 40, ");
        assertThat(verdict("2", "5", "")).startsWith("If there are at least 2 and fewer than 5 vetoes, ");
    }

    @Test
    void makesDoWithTheLabelWhereAColumnHasNoWords() {
        assertThat(Sentences.of(Sample.TABLE, Sample.lineWith(6, "true")))
                .isEqualTo("If the segment is Retail, merchants are at least 100 and “Exclusive” is yes, add 10 points"
                        + " (a good base).");
    }

    @Test
    void saysDotsForWhatCannotBeReadOrIsMissing() {
        assertThat(Sentences.of(Sample.TABLE, Sample.lineWith(2, "1,000")))
                .isEqualTo("If the segment is Retail and merchants are at least …, add 10 points (a good base).");
        assertThat(Sentences.of(Sample.TABLE, Sample.lineWith(7, "many")))
                .isEqualTo("If the segment is Retail and merchants are at least 100, add … points (a good base).");
        assertThat(Sentences.of(Sample.TABLE, List.of())).isEqualTo("If …, add … points, because ….");
        assertThat(Sentences.of(VERDICT, List.of("X-01", "", "", "many")))
                .isEqualTo("If points for us are at least …, the verdict is …, because ….");
        assertThat(Sentences.of(Sample.TABLE, Arrays.asList(null, null, " 100 ", null)))
                .isEqualTo("If merchants are at least 100, add … points, because ….");
    }

    @Test
    void noLineIsTooStrangeToBeReadBack() {
        var seed = new Random().nextLong();
        var dice = new Dice(seed);
        var tables =
                RuleSets.all().stream().flatMap(set -> set.tables().stream()).toList();

        for (var round = 0; round < 2000; round++) {
            var table = tables.get(round % tables.size());
            var width = dice.number(0, table.labels().size() + 2);
            var line = Stream.generate(dice::wild).limit(width).toList();

            assertThat(Sentences.of(table, line))
                    .as("seed " + seed + ", " + line)
                    .startsWith("If ")
                    .endsWith(".")
                    .doesNotContain("\n", "\r", "{}");
        }
    }

    private static void check(Table table, Row row) {
        var sentence = Sentences.of(table, row);
        assertThat(sentence).startsWith("If ").endsWith(".").doesNotContain("…", "{}", "  ", "“");
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var cell = row.cells().get(i);
            if (!cell.isEmpty() && !column.field().equals("note")) {
                assertThat(sentence).as(column.label() + " of " + row.id()).containsPattern(naming(column, cell));
            }
        }
        assertThat(sentence).contains(row.reason().substring(1));
    }

    private static String naming(Column column, String cell) {
        if (column.countsRows()) {
            return cell.equals("1")
                    ? "(at least one|no) " + column.words().stream().findFirst().orElse("")
                    : " " + cell + " ";
        }
        if (column.type() instanceof CellType.YesNo) {
            return column.words().get(cell.equals("true") ? 0 : 1);
        }
        if (column.type() instanceof CellType.Options) {
            return Arrays.stream(cell.split(", "))
                    .map(CellType.Options::spoken)
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".+"));
        }
        return cell.replace("-", "").replaceAll("(\\d)(\\d{3})$", "$1,$2");
    }

    private static List<String> shipped(String id) {
        return RuleSets.all().stream()
                .flatMap(set -> Shipped.rows(set).stream())
                .flatMap(rows -> rows.list().stream()
                        .filter(row -> row.id().equals(id))
                        .map(row -> Sentences.of(rows.table(), row)))
                .toList();
    }

    private static Stream<Column> columns(RuleSet<?> set) {
        return set.tables().stream().flatMap(table -> table.columns().stream());
    }

    private static String verdict(String from, String below, String us) {
        return Sentences.of(VERDICT, List.of("X-01", from, below, us, "POOR", "so it is"));
    }
}
