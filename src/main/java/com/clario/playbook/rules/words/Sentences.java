package com.clario.playbook.rules.words;

import com.clario.playbook.rules.table.Row;
import com.clario.playbook.rules.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a row back as one English sentence: "If the partner type is POS and merchants are at least 20,000, add 25 points
 * for us, resting on Merchants, because it reaches 20,000 merchants or more." Where the row comes from stays out.
 */
public final class Sentences {

    /** A reason that leaves out whom it is about. */
    private static final Pattern DEED = Pattern.compile(
            "(Reaches|Keeps|Advises|Sells|Serves|Offers|Brings|Needs|Has|Is|Was|Does|Can|May|Must|Will|Would) .*");

    /** A reason that is a clause of its own, and so may follow "because". */
    private static final Pattern CLAUSE = Pattern.compile(
            "[^,:;]+ (is|are|was|were|has|have|can|cannot|could|do|does"
                    + "|may|must|will|would|lack|lacks|needs|leave|leaves|follow|reaches|reached|stands|runs|binds|ties|keeps|breaks|reads|wants|comes|lies|asked)\\b.*");

    private Sentences() {}

    /** The sentence of a row that passed the gate. */
    public static String of(Table table, Row row) {
        var line = new ArrayList<String>();
        line.add(row.id());
        line.addAll(row.cells());
        line.add(row.reason());
        return of(table, line);
    }

    /** The sentence of a line as somebody typed it: it says "…" for what is missing or cannot be read. */
    public static String of(Table table, List<String> cells) {
        var line = new Line(table, cells);
        return "If " + new Conditions(line).said() + ", " + new Outputs(line).said() + because(line.reason()) + ".";
    }

    /** A reason may be a clause or a mere heading: only a clause can follow "because". */
    private static String because(String reason) {
        var bare = reason.replaceFirst("[. ]+$", "");
        if (bare.isEmpty()) {
            return ", because " + Line.UNREAD;
        }
        if (DEED.matcher(bare).matches()) {
            return ", because it " + Labels.small(bare);
        }
        if (CLAUSE.matcher(bare).matches()) {
            return ", because " + Labels.small(bare);
        }
        return " (" + Labels.small(bare) + ")";
    }
}
