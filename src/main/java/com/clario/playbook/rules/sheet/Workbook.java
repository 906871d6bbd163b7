package com.clario.playbook.rules.sheet;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.draft.Sheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The rules as a workbook for Excel: one tab for each table and one for the cases. What is read back are raw cells, right
 * or wrong; the gate judges them as it judges what is typed on the page.
 */
public final class Workbook {

    private static final int MOST_BYTES = 5 * 1024 * 1024;

    /** POI lets a file grow a hundredfold when it is unpacked; a table is never that large. */
    private static final int MOST_UNPACKED = 10 * 1024 * 1024;

    private Workbook() {}

    /** The sheet as an .xlsx file; reading it again gives the same cells. */
    public static byte[] write(RuleSet<?> set, Sheet sheet) {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            book.getProperties().getCoreProperties().setCreator("Partnership Playbook");
            book.getProperties().getCoreProperties().setTitle(set.title());
            var writer = new TabWriter(book);
            for (var tab : Tab.of(set)) {
                var isCases = tab.name().equals(Tab.CASES);
                writer.write(tab, isCases ? sheet.cases() : sheet.tables().getOrDefault(tab.name(), List.of()));
            }
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The raw cells of an .xlsx file that has exactly the tabs and labels of this rule set; empty last lines are dropped. */
    public static Sheet read(RuleSet<?> set, byte[] bytes) {
        refuseOtherFiles(bytes);
        try {
            refuseBombs(bytes);
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                return read(Tab.of(set), book);
            }
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // POI has an exception of its own for every way in which a file can be broken.
            throw new Refusal("This file is damaged or no Excel workbook (.xlsx).", e);
        }
    }

    private static Sheet read(List<Tab> tabs, XSSFWorkbook book) {
        checkTabs(tabs, book);
        var tables = new HashMap<String, List<List<String>>>();
        for (var tab : tabs) {
            tables.put(tab.name(), new TabReader(tab, book.getSheet(tab.name())).lines());
        }
        var cases = tables.remove(Tab.CASES);
        return new Sheet(tables, cases);
    }

    private static void checkTabs(List<Tab> tabs, XSSFWorkbook book) {
        var names = tabs.stream().map(Tab::name).toList();
        var found = new ArrayList<String>();
        book.forEach(sheet -> found.add(sheet.getSheetName()));
        var needed = names.stream().collect(Collectors.joining(", ", "The workbook must have the tabs ", ": "));
        for (var name : names) {
            if (!found.contains(name)) {
                throw new Refusal(needed + "tab " + name + " is missing.");
            }
        }
        for (var name : found) {
            if (!names.contains(name)) {
                throw new Refusal(needed + "tab " + name + " is not one of them; please remove it.");
            }
        }
    }

    private static void refuseOtherFiles(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Refusal("The workbook is larger than 5 MB.");
        }
        switch (FileMagic.valueOf(bytes)) {
            case OOXML -> {}
            case OLE2 ->
                throw new Refusal(
                        isEncrypted(bytes)
                                ? "The workbook has a password; save it without one."
                                : "This is an old Excel file (.xls); save it as .xlsx.");
            default -> throw new Refusal("This file is no Excel workbook (.xlsx).");
        }
    }

    private static boolean isEncrypted(byte[] bytes) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static void refuseBombs(byte[] bytes) throws IOException {
        var buffer = new byte[8192];
        var unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new Refusal("The workbook is larger than 10 MB when it is unpacked.");
                    }
                }
            }
        }
    }
}
