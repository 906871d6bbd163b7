package com.clario.playbook.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTypeTests {

    private static final CellType SHARE = new CellType.Decimal(BigDecimal.ZERO, new BigDecimal("100000"), 2);
    private static final CellType MARGIN = new CellType.Decimal(BigDecimal.ZERO, new BigDecimal("100000"), 0);
    private static final CellType MODEL = new CellType.Options(List.of("RESELLER", "WHITE_LABEL"), false);
    private static final CellType MODELS = new CellType.Options(List.of("RESELLER", "WHITE_LABEL"), true);

    /** An Indonesian Excel writes a thousand so. */
    @ParameterizedTest
    @ValueSource(strings = {"1.000", "12.000", "1.500", "49.500", "0.000"})
    void countsDecimalsAsTheyAreWritten(String cell) {
        assertThatThrownBy(() -> SHARE.canonical(cell))
                .isInstanceOf(CellType.Unfit.class)
                .hasMessage("may have at most 2 decimals after the point; a thousand is written 1000, "
                        + "without point or comma");
        assertThatThrownBy(() -> MARGIN.canonical(cell)).hasMessageStartingWith("may have no decimals;");
    }

    @ParameterizedTest
    @CsvSource({"1000,1000", "49.5,49.5", "49.50,49.5", "49.00,49"})
    void writesDecimalsInOneWay(String cell, String written) throws CellType.Unfit {
        assertThat(SHARE.canonical(cell)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"49,5", "1.000,5", "1,000.5", "1.000.000"})
    void guessesNoNumber(String cell) {
        assertThat(SHARE.read(cell)).isEqualTo(cell);
        assertThatThrownBy(() -> SHARE.canonical(cell))
                .hasMessage("needs a number such as 12.5, with a point before the decimals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "White label   | WHITE_LABEL",
                "'white_label '| WHITE_LABEL",
                "WHITE-LABEL   | WHITE_LABEL",
                "reseller      | RESELLER",
                "RESELER       | RESELER"
            })
    void readsAnOptionAsTheScreenShowsIt(String written, String code) {
        assertThat(MODEL.read(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "White label,reseller | WHITE_LABEL, RESELLER",
                "RESELLER, WHITE_LABEL| RESELLER, WHITE_LABEL",
                "' Reseller , ,other' | RESELLER, other"
            })
    void readsSeveralOptions(String written, String codes) {
        assertThat(MODELS.read(written)).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"Yes,true", "' TRUE ',true", "BENAR,true", "ya,true", "No,false", "tidak,false", "maybe,maybe"})
    void readsYesAndNo(String written, String stored) {
        assertThat(new CellType.YesNo().read(written)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", " two \r\n lines", "two\tlines", "two\u00a0lines\n"})
    void readsATextInOneLine(String written) {
        assertThat(new CellType.Text(20).read(written)).isEqualTo("two lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000", "20\u2009000", " 20000 "})
    void readsAWholeNumberAsThePageShowsIt(String written) {
        assertThat(new CellType.Whole(0, 100_000).read(written)).isEqualTo("20000");
    }
}
