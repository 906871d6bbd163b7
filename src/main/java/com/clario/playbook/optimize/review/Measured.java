package com.clario.playbook.optimize.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A number of a month, or the fact that nobody measured it: nothing is not zero.
 *
 * @param number null where it was not measured
 */
public record Measured(BigDecimal number) {

    static final String NOT = "not measured";
    static final Measured NOTHING = new Measured(null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 30;

    // Without an exponent: 1e999999 is quickly typed and takes minutes to reckon with.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    public static Measured of(BigDecimal number) {
        return number == null ? NOTHING : new Measured(number);
    }

    public static Measured of(Integer number) {
        return number == null ? NOTHING : new Measured(BigDecimal.valueOf(number));
    }

    /** As a decision keeps it, which is a number, or as a case spells it, which is a text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Measured read(Object written) {
        var plain = written instanceof BigDecimal number && Math.abs(number.scale()) <= LONGEST;
        var text = plain ? ((BigDecimal) written).toPlainString() : String.valueOf(written);
        if (written == null || text.isBlank() || text.equals(NOT)) {
            return NOTHING;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("A measure is a number or " + NOT);
        }
        return new Measured(new BigDecimal(text));
    }

    @JsonValue
    Object spelled() {
        return number == null ? NOT : number;
    }

    /** In percent of a target, cut and not rounded so that nobody reaches what was missed; null where one is missing. */
    public BigDecimal percentOf(Measured target) {
        return number == null || target.number == null || target.number.signum() <= 0
                ? null
                : number.multiply(HUNDRED).divide(target.number, 2, RoundingMode.DOWN);
    }

    /** How many points more than another number; null where one is missing. */
    public BigDecimal above(Measured other) {
        return number == null || other.number == null ? null : number.subtract(other.number);
    }
}
