package com.clario.playbook.rules.sheet;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.draft.Sheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Reads a tab into raw cells: what a cell holds, not how Excel shows it. */
final class TabReader {

    private static final int MOST_LINES = 2000;

    private final Tab tab;
    private final XSSFSheet sheet;

    TabReader(Tab tab, XSSFSheet sheet) {
        this.tab = tab;
        this.sheet = sheet;
    }

    /** The lines below the labels, down to the last one that holds anything. */
    List<List<String>> lines() {
        checkLabels();
        var lines = new ArrayList<List<String>>();
        for (var row : sheet) {
            var line = row.getRowNum() == 0 ? List.<String>of() : line(row);
            if (line.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (row.getRowNum() > MOST_LINES) {
                throw refusal("has more than " + MOST_LINES + " lines.");
            }
            while (lines.size() < row.getRowNum() - 1) {
                lines.add(blank());
            }
            lines.add(line);
        }
        return lines;
    }

    private void checkLabels() {
        var headings = tab.headings();
        var first = sheet.getRow(0);
        for (var column = 0; column < headings.size(); column++) {
            var cell = first == null ? null : first.getCell(column);
            var found = cell == null ? "" : value(cell).strip();
            if (!headings.get(column).isCalled(found)) {
                throw refusal("must keep its first line, the labels: " + address(0, column) + " must read \""
                        + headings.get(column).label() + "\""
                        + (found.isEmpty() ? " and is empty." : ", not \"" + found + "\"."));
            }
        }
        if (first != null) {
            first.forEach(this::refuseOutside);
        }
    }

    private List<String> line(Row row) {
        var line = blank();
        for (var cell : row) {
            refuseOutside(cell);
            if (cell.getColumnIndex() < line.size()) {
                line.set(cell.getColumnIndex(), value(cell));
            }
        }
        return line;
    }

    private void refuseOutside(Cell cell) {
        if (cell.getColumnIndex() >= tab.headings().size() && !value(cell).isEmpty()) {
            throw refusal(cell, "stands outside the table; please remove it.");
        }
    }

    private String value(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> text(cell);
            case NUMERIC -> number(cell);
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case FORMULA -> throw refusal(cell, "holds a formula; write the value itself.");
            case ERROR -> throw refusal(cell, "holds an error of Excel; write a value.");
            default -> "";
        };
    }

    private String text(Cell cell) {
        var text = cell.getStringCellValue();
        if (text.length() > Sheet.MOST_CHARACTERS) {
            throw refusal(
                    cell,
                    "holds %d characters and may hold at most %d; shorten it."
                            .formatted(text.length(), Sheet.MOST_CHARACTERS));
        }
        return text;
    }

    private String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            throw refusal(cell, "holds a date; write a number or a text.");
        }
        return Exact.number(cell.getNumericCellValue());
    }

    private List<String> blank() {
        return new ArrayList<>(Collections.nCopies(tab.headings().size(), ""));
    }

    private Refusal refusal(Cell cell, String sentence) {
        return new Refusal("Tab " + tab.name() + ", cell " + cell.getAddress() + " " + sentence);
    }

    private Refusal refusal(String sentence) {
        return new Refusal("Tab " + tab.name() + " " + sentence);
    }

    private static String address(int row, int column) {
        return "cell " + new CellAddress(row, column);
    }
}
