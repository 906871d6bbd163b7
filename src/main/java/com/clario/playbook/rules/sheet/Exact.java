package com.clario.playbook.rules.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** What Excel's own numbers and texts can hold without becoming something else. */
final class Exact {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");

    /** What XML cannot hold, and a carriage return, which it would turn into a line feed. */
    private static final String UNHEARD = "[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF\\p{Cs}]";

    /** Excel writes such a character as _x000D_, so a text that looks like that needs its first underscore written so. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}(?:_|" + UNHEARD + "))|" + UNHEARD);

    private Exact() {}

    /** Whether this text comes back unchanged when it is stored as a number: 5000 does, 0100 and 1.50 do not. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches()
                && number(Double.parseDouble(text)).equals(text);
    }

    /**
     * The number itself, not as its format shows it: 5000 and neither 5,000 nor 5000.0. Excel knows 15 digits; what lies
     * behind them is the dust of a calculation.
     */
    static String number(double value) {
        var number = new BigDecimal(Double.toString(value)).round(new MathContext(15));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String escaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }
}
