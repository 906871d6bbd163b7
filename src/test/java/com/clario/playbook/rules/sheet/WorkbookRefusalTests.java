package com.clario.playbook.rules.sheet;

import static com.clario.playbook.rules.sheet.WorkbookTests.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.table.Sample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A workbook that is not ours, or holds more than values, is refused in words that say where and what. */
class WorkbookRefusalTests {

    private static final byte[] GOOD =
            Workbook.write(SET, new Sheet(Map.of("points", List.of(Sample.lineWith(0, "S-01"))), List.of()));

    @Test
    void numbersAreTakenAsTheyAreAndNotAsTheyLook() throws IOException {
        var bytes = points(sheet -> {
            var thousands = sheet.getWorkbook().createCellStyle();
            thousands.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("#,##0.00"));
            sheet.getRow(1).createCell(3).setCellValue(20_000);
            sheet.getRow(1).getCell(3).setCellStyle(thousands);
            sheet.getRow(1).createCell(4).setCellValue(0.1);
            sheet.getRow(1).createCell(5).setCellValue(0.1 + 0.2);
            sheet.getRow(1).createCell(6).setCellValue(true);
        });

        assertThat(Workbook.read(SET, bytes).tables().get("points").get(0))
                .containsExactly("S-01", "RETAIL", "100", "20000", "0.1", "0.3", "true", "10", "", "a good base");
    }

    @Test
    void namesTabAndCellOfAFormulaAnErrorAndADate() throws IOException {
        assertRefused(
                points(sheet -> sheet.getRow(1).createCell(2).setCellFormula("1+1")),
                "Tab points, cell C2 holds a formula; write the value itself.");
        assertRefused(
                points(sheet -> sheet.getRow(1).createCell(2).setCellErrorValue(FormulaError.NA)),
                "Tab points, cell C2 holds an error of Excel; write a value.");
        assertRefused(
                points(sheet -> {
                    var date = sheet.getWorkbook().createCellStyle();
                    date.setDataFormat(14);
                    sheet.getRow(1).createCell(2).setCellValue(45_000);
                    sheet.getRow(1).getCell(2).setCellStyle(date);
                }),
                "Tab points, cell C2 holds a date; write a number or a text.");
    }

    @Test
    void namesTheCellThatHoldsTooMuch() throws IOException {
        assertRefused(
                points(sheet -> sheet.getRow(1).createCell(9).setCellValue("x".repeat(1001))),
                "Tab points, cell J2 holds 1001 characters and may hold at most 1000; shorten it.");
    }

    @Test
    void namesTheLabelThatWasChanged() throws IOException {
        assertRefused(
                points(sheet -> sheet.getRow(0).getCell(2).setCellValue("Merchants")),
                "Tab points must keep its first line, the labels: cell C1 must read \"Merchants from\", not"
                        + " \"Merchants\".");
        assertRefused(
                points(sheet -> sheet.removeRow(sheet.getRow(0))),
                "Tab points must keep its first line, the labels: cell A1 must read \"Row\" and is empty.");
    }

    @Test
    void namesWhatStandsOutsideTheTable() throws IOException {
        assertRefused(
                points(sheet -> sheet.getRow(1).createCell(12).setCellValue("ask Lina")),
                "Tab points, cell M2 stands outside the table; please remove it.");
        assertRefused(
                points(sheet -> sheet.getRow(0).createCell(10).setCellValue("Remark")),
                "Tab points, cell K1 stands outside the table; please remove it.");
    }

    @Test
    void namesTheTabThatIsMissingOrTooMany() throws IOException {
        assertRefused(
                book(book -> book.setSheetName(0, "Sheet1")),
                "The workbook must have the tabs points, cases: tab points is missing.");
        assertRefused(
                book(book -> book.createSheet("notes")),
                "The workbook must have the tabs points, cases: tab notes is not one of them; please remove it.");
    }

    @Test
    void refusesMoreLinesThanATableCanHave() throws IOException {
        assertRefused(
                points(sheet -> sheet.createRow(1_000_000).createCell(0).setCellValue("S-02")),
                "Tab points has more than 2000 lines.");
    }

    @Test
    void lookedAtButEmptyLinesDoNotCount() throws IOException {
        var bytes = points(sheet -> sheet.createRow(1_000_000).createCell(0).setBlank());

        assertThat(Workbook.read(SET, bytes).tables().get("points")).hasSize(1);
    }

    @Test
    void refusesOtherFilesByWhatTheyAre() throws IOException, GeneralSecurityException {
        assertRefused(new byte[0], "This file is no Excel workbook (.xlsx).");
        assertRefused("Row,Segment\n".getBytes(StandardCharsets.UTF_8), "This file is no Excel workbook (.xlsx).");
        assertRefused(new byte[5 * 1024 * 1024 + 1], "The workbook is larger than 5 MB.");
        assertRefused(old(), "This is an old Excel file (.xls); save it as .xlsx.");
        assertRefused(encrypted(), "The workbook has a password; save it without one.");
        assertRefused(zip("mimetype", 20), "This file is damaged or no Excel workbook (.xlsx).");
        assertRefused(Arrays.copyOf(GOOD, GOOD.length / 2), "This file is damaged or no Excel workbook (.xlsx).");
    }

    @Test
    void refusesABombBeforeItIsUnpacked() throws IOException {
        assertRefused(
                zip("xl/workbook.xml", 100 * 1024 * 1024), "The workbook is larger than 10 MB when it is unpacked.");
    }

    @Test
    void refusesACellThatExcelCannotHold() {
        var sheet = new Sheet(Map.of("points", List.of(Sample.lineWith(9, "x".repeat(32_768)))), List.of());

        assertThatThrownBy(() -> Workbook.write(SET, sheet))
                .isInstanceOf(Refusal.class)
                .hasMessage("Tab points, cell J2 is longer than Excel can hold; shorten it first.");
    }

    @Test
    void noDamageIsMoreThanARefusal() {
        var seed = new Random().nextLong();
        var random = new Random(seed);

        for (var round = 0; round < 200; round++) {
            var bytes = GOOD.clone();
            Collections.nCopies(1 + random.nextInt(5), 0)
                    .forEach(each -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt());
            try {
                Workbook.read(SET, bytes);
            } catch (Refusal e) {
                assertThat(e.getMessage()).as("seed " + seed).endsWith(".");
            }
        }
    }

    private static void assertRefused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> Workbook.read(SET, bytes))
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }

    private static byte[] points(Consumer<XSSFSheet> change) throws IOException {
        return book(book -> change.accept(book.getSheet("points")));
    }

    private static byte[] book(Consumer<XSSFWorkbook> change) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(GOOD));
                var bytes = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] old() throws IOException {
        try (var book = new HSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            book.createSheet("points");
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] encrypted() throws IOException, GeneralSecurityException {
        try (var files = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(GOOD);
            }
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] zip(String name, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }
}
