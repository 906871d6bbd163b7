package com.clario.playbook.engine.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads numbers exactly: whole ones as Integer or Long, others as plain decimal text, never as double. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,10})?");

    private Numbers() {}

    static Object read(FormField field, Object given, Surroundings around) {
        var number = exact(field, given);
        var limits = field.limits();
        checkDecimals(field, number);
        var min = bound(limits.min(), around);
        if (min != null && number.compareTo(min) < 0) {
            throw field.refuse("must be at least " + min.toPlainString());
        }
        var max = bound(limits.max(), around);
        if (max != null && number.compareTo(max) > 0) {
            throw field.refuse("must be at most " + max.toPlainString());
        }
        return limits.wholeNumbers() ? whole(number) : number.toPlainString();
    }

    private static BigDecimal exact(FormField field, Object given) {
        var text = given instanceof Number || given instanceof String ? plain(given) : "";
        if (!DECIMAL.matcher(text).matches()) {
            throw field.refuse("must be a number");
        }
        return new BigDecimal(text);
    }

    /** A double's own shortest text is what the person typed; huge exponents are never written out. */
    private static String plain(Object given) {
        if (given instanceof Double || given instanceof Float) {
            var value = ((Number) given).doubleValue();
            return Math.abs(value) < 1e18 ? strip(BigDecimal.valueOf(value)) : "";
        }
        return given instanceof BigDecimal decimal && Math.abs(decimal.scale()) > 30 ? "" : plainText(given);
    }

    private static String plainText(Object given) {
        return given instanceof BigDecimal decimal
                ? strip(decimal)
                : given.toString().strip();
    }

    private static String strip(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** As written: 150.000 in a text may mean 150 or 150 thousand, so its zeros count. */
    private static void checkDecimals(FormField field, BigDecimal number) {
        var decimals = field.limits().decimals();
        if (decimals != null && number.scale() > decimals) {
            throw field.refuse(decimals == 0 ? "must be a whole number" : "may have at most " + decimals + " decimals");
        }
    }

    private static BigDecimal bound(String written, Surroundings around) {
        if (written == null) {
            return null;
        }
        var value = written.startsWith("=") ? around.valueOf(written) : written;
        return value == null ? null : new BigDecimal(value.toString());
    }

    private static Object whole(BigDecimal number) {
        var value = number.longValueExact();
        return value == (int) value ? (Object) (int) value : (Object) value;
    }
}
