package com.clario.playbook.rules.sheet;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.sheet.Tab.Heading;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes tabs so that people can sort and edit them in Excel and every cell comes back as it was. */
final class TabWriter {

    private static final int LAST_LINE_WITH_LISTS = 1000;
    private static final int LONGEST_LIST = 255;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 60;
    private static final int UNITS = 256;

    private final XSSFWorkbook book;
    private final XSSFCellStyle label;
    private final XSSFCellStyle number;
    private final XSSFCellStyle text;
    private final XSSFCellStyle guarded;

    TabWriter(XSSFWorkbook book) {
        this.book = book;
        number = book.createCellStyle();
        text = textStyle();
        label = textStyle();
        var bold = book.createFont();
        bold.setBold(true);
        label.setFont(bold);
        // Excel must not take "=1+1" for a formula when somebody walks through the cell.
        guarded = textStyle();
        guarded.setQuotePrefixed(true);
    }

    void write(Tab tab, List<List<String>> lines) {
        var sheet = book.createSheet(tab.name());
        for (var column = 0; column < tab.headings().size(); column++) {
            var heading = tab.headings().get(column);
            sheet.setDefaultColumnStyle(column, heading.numeric() ? number : text);
            sheet.setColumnWidth(column, width(heading, column, lines) * UNITS);
            offer(sheet, heading, column);
        }
        var first = sheet.createRow(0);
        for (var column = 0; column < tab.headings().size(); column++) {
            var cell = first.createCell(column);
            cell.setCellValue(tab.headings().get(column).label());
            cell.setCellStyle(label);
        }
        for (var i = 0; i < lines.size(); i++) {
            writeLine(sheet, i + 1, tab, lines.get(i));
        }
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(new CellRangeAddress(
                0, Math.max(lines.size(), 1), 0, tab.headings().size() - 1));
    }

    private void writeLine(XSSFSheet sheet, int at, Tab tab, List<String> line) {
        var row = sheet.createRow(at);
        for (var column = 0; column < line.size(); column++) {
            if (!line.get(column).isEmpty()) {
                var numeric = column < tab.headings().size()
                        && tab.headings().get(column).numeric();
                fill(row.createCell(column), numeric, line.get(column));
            }
        }
    }

    private void fill(XSSFCell cell, boolean numeric, String value) {
        if (numeric && Exact.isNumber(value)) {
            cell.setCellStyle(number);
            cell.setCellValue(Double.parseDouble(value));
            return;
        }
        var escaped = Exact.escaped(value);
        if (escaped.length() > SpreadsheetVersion.EXCEL2007.getMaxTextLength()) {
            throw new Refusal("Tab " + cell.getSheet().getSheetName() + ", cell " + cell.getAddress()
                    + " is longer than Excel can hold; shorten it first.");
        }
        cell.setCellStyle("=+-@'\t\r".indexOf(value.charAt(0)) >= 0 ? guarded : text);
        cell.setCellValue(escaped);
    }

    private void offer(XSSFSheet sheet, Heading heading, int column) {
        var options = heading.options();
        if (options.isEmpty() || String.join(",", options).length() > LONGEST_LIST) {
            return;
        }
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(
                helper.createExplicitListConstraint(options.toArray(String[]::new)),
                new CellRangeAddressList(1, LAST_LINE_WITH_LISTS, column, column));
        validation.setEmptyCellAllowed(true);
        if (heading.several()) {
            validation.createPromptBox("One or several", "Several are separated by commas.");
            validation.setShowPromptBox(true);
        } else {
            // Only a warning: the words of the page are read as well as the codes.
            validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
            validation.createErrorBox(
                    "Not in the list",
                    "Please choose from the list. Words as the page shows them, such as Yes or White label, are read,"
                            + " too.");
            validation.setShowErrorBox(true);
        }
        sheet.addValidationData(validation);
    }

    private static int width(Heading heading, int column, List<List<String>> lines) {
        var longest = lines.stream()
                .filter(line -> column < line.size())
                .mapToInt(line -> line.get(column).length())
                .max()
                .orElse(0);
        // The button of the filter covers the end of a label.
        var label = heading.label().length() + 4;
        return Math.min(WIDEST, Math.max(NARROWEST, Math.max(label, longest + 2)));
    }

    private XSSFCellStyle textStyle() {
        var style = book.createCellStyle();
        style.setDataFormat(BuiltinFormats.getBuiltinFormat("@"));
        return style;
    }
}
