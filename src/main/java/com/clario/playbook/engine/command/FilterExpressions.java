package com.clario.playbook.engine.command;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;

/** The few expressions a task filter may hold: who I am, my groups, and a day counted from now. */
final class FilterExpressions {

    private static final String STEP = "(withTimeAtStartOfDay\\(\\)|withMillis\\(\\d{1,15}\\)|toDate\\(\\)"
            + "|(plus|minus)(Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,6}\\))";

    private static final Pattern HARMLESS =
            Pattern.compile("[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)" + "|dateTime\\(\\)(\\."
                    + STEP + "){0,8})\\s*}");

    private FilterExpressions() {}

    static void check(Map<String, String> expressions) {
        for (var expression : expressions.values()) {
            if (expression != null && !HARMLESS.matcher(expression.strip()).matches()) {
                throw new BadUserRequestException(
                        "A task filter may only use currentUser(), currentUserGroups(), now() and dateTime().");
            }
        }
    }
}
