package com.clario.playbook.partner.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.clario.playbook.engine.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {

    private static final String HEADER = "name,type,value to them,value to us,about\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,type,value to them,value to us,about\nMoka,POS,a,b,\"Café, 1\"\"x\"\n",
                "\ufeffname;type;value to them;value to us;about\r\nMoka;POS;a;b;\"Café, 1\"\"x\"\r\n",
                "NAME\tType\tValue-to-them\tvalue_to_us\tAbout\rMoka\tPOS\ta\tb\tCafé, 1\"x\"",
                "\"about\";name;\"type\";Value to THEM;value to us\n\"Café, 1\"\"x\";Moka;POS;a;b"
            })
    void readsWhatSpreadsheetsWrite(String text) {
        var row = read(text).rows().get(0);

        assertThat(row.number()).isEqualTo(2);
        assertThat(row.cell("name")).isEqualTo("Moka");
        assertThat(row.cell("about")).isIn("Café, 1\"x", "Café, 1\"x\"");
        assertThat(row.cell("value to us")).isEqualTo("b");
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        var rows = read(HEADER + "\nMoka,POS,a,b,\"two\nlines\"\n,,,,\nQasir,POS,a,b\n")
                .rows();

        assertThat(rows).extracting(Sheet.Row::number).containsExactly(3, 5);
        assertThat(rows.get(0).cell("about")).isEqualTo("two\nlines");
        assertThat(rows.get(1).cell("about")).isEmpty();
    }

    @Test
    void tellsWhichColumnIsWrongMissingOrThereTwice() {
        refuses("naam,type,value to them\nMoka,POS,a")
                .contains("Row 1, column 1: “naam” is none of our columns. Did you mean “name”?")
                .contains("Row 1: the columns “name”, “value to us” are missing.");
        refuses("name,type,value to them,value to us,Type\nMoka,POS,a,b,POS")
                .isEqualTo("Row 1, column 5: “type” stands there a second time.");
        refuses("name,type,value to them,value to us,webiste\nM,POS,a,b,c").contains("Did you mean “website”?");
        refuses("name,type,value to them,value to us,colour\nM,POS,a,b,c").contains("The template shows all columns.");
        refuses("Moka,POS,Revenue,Reach\n").contains("Row 1, column 1: “Moka” is none of our columns.");
    }

    @ParameterizedTest
    @CsvSource({"contact, contact name", "mechants, merchants", "web, website", "value, value to them"})
    void hintsAtTheColumnThatWasMeant(String typed, String column) {
        refuses(HEADER.strip() + "," + typed + "\nMoka,POS,a,b,c,d\n").contains("Did you mean “" + column + "”?");
    }

    @Test
    void tellsWhereAQuotationMarkIsWrong() {
        refuses(HEADER + "Moka,POS,a,b,c\nQasir,POS,\"never closed,b,c\nOlsera,POS,a,b,c\n")
                .isEqualTo("Row 3, column “value to them”: a quotation mark is opened and never closed.");
        refuses(HEADER + "Moka,POS,\"a\" b,b,c\n")
                .startsWith("Row 2, column “value to them”: there is text behind the closing quotation mark.");
        refuses("\"name,type\nMoka,POS").isEqualTo("Row 1, column 1: a quotation mark is opened and never closed.");
    }

    @Test
    void tellsWhereALetterIsNotInUtf8() {
        var latin = Charset.forName("windows-1252");
        refuses((HEADER + "Moka,POS,a,b,c\nQasir,POS,a,Café,c\n").getBytes(latin))
                .isEqualTo("Row 3, column “value to us”: a letter is not written in UTF-8."
                        + " Save it as “CSV UTF-8” and choose that file.");
        refuses((HEADER + "Moka,POS,\"a, Café\",b,c\n").getBytes(latin))
                .startsWith("Row 2, column “value to them”: a letter is not written in UTF-8.");
        refuses("é".getBytes(latin)).startsWith("Row 1, column 1: a letter is not written in UTF-8.");
        refuses((HEADER + "Moka").getBytes(StandardCharsets.UTF_16)).startsWith("This file is written in UTF-16.");
        refuses("PK\u0003\u0004 a workbook".getBytes(latin)).startsWith("This is a workbook, not a CSV file.");
    }

    @Test
    void tellsThatThereIsNothingOrTooMuch() {
        refuses("").startsWith("The file is empty");
        refuses("\ufeff\r\n \r\n").startsWith("The file is empty");
        refuses(HEADER + "\n,,,,\n").isEqualTo("The file has the names of the columns and no partner below them.");
        refuses(new byte[10 * 1024 * 1024]).startsWith("The file is larger than 1 MB");
        refuses(HEADER
                        + IntStream.rangeClosed(1, 1001)
                                .mapToObj(number -> "Warung " + number + ",POS,a,b,c")
                                .collect(Collectors.joining("\n")))
                .startsWith("The file has 1,001 rows and at most 1,000 can be imported at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62 812", "-5", "@moka", "'=x", "''@x", "'plain", "plain = 1", ""})
    void neutralisesAFormulaAndReadsItBackAsItWas(String cell) {
        var exported = Sheet.neutral(cell);

        assertThat(exported).doesNotMatch("[=+@-].*");
        assertThat(read(HEADER + Cells.row(List.of("Moka", "POS", "a", "b", exported)))
                        .rows()
                        .get(0)
                        .cell("about"))
                .isEqualTo(cell);
    }

    private static Sheet read(String text) {
        return Sheet.read(Sheet.text(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static AbstractStringAssert<?> refuses(String text) {
        return refuses(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AbstractStringAssert<?> refuses(byte[] file) {
        var refusal = catchThrowable(() -> Sheet.read(Sheet.text(file)));
        assertThat(refusal).isInstanceOf(Refusal.class);
        return assertThat(refusal.getMessage());
    }
}
