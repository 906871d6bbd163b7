package com.clario.playbook.programme;

import com.clario.playbook.engine.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a manager typed about the programme, kept as typed until it fits. */
record ProgrammeForm(
        Integer version,
        String status,
        String priority,
        String startsOn,
        String gateBy,
        String gateOn,
        String gateNote,
        List<Year> years,
        String why) {

    /** One line of the table of years. */
    record Year(String owner, String from, String to, String share, String referrals) {

        static Year of(ProgrammeYear year) {
            return new Year(
                    typed(year.owner()),
                    typed(year.partnershipsFrom()),
                    typed(year.partnershipsTo()),
                    year.revenueShare() == null ? "" : year.revenueShare().toPlainString(),
                    typed(year.referralsPerMonth()));
        }

        static Year of(Map<String, String> fields, String prefix) {
            return new Year(
                    fields.get(prefix + "owner"),
                    fields.get(prefix + "from"),
                    fields.get(prefix + "to"),
                    fields.get(prefix + "share"),
                    fields.get(prefix + "referrals"));
        }

        ProgrammeYear year(int number) {
            return new ProgrammeYear(
                    number,
                    owner,
                    whole("Active partnerships from", number, from),
                    whole("Active partnerships to", number, to),
                    percentage(number),
                    whole("Referrals a month", number, referrals));
        }

        private BigDecimal percentage(int number) {
            var text = share == null ? "" : share.strip().replace(',', '.').replaceFirst("\\s*%$", "");
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("\\d{1,3}(\\.\\d{1,4})?")) {
                throw new Refusal(ProgrammeYear.label("Share of revenue", number) + ": “" + share.strip()
                        + "” is not a percentage such as 20.");
            }
            return new BigDecimal(text);
        }

        private static Integer whole(String field, int number, String typed) {
            var text = typed == null ? "" : typed.strip();
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("\\d{1,9}")) {
                throw new Refusal(
                        ProgrammeYear.label(field, number) + ": “" + text + "” is not a whole number such as 3.");
            }
            return Integer.valueOf(text);
        }
    }

    /** The fields of the page by their names; one it does not have is not looked at. */
    static ProgrammeForm typed(Map<String, String> fields) {
        return new ProgrammeForm(
                number(fields.get("version")),
                fields.get("status"),
                fields.get("priority"),
                fields.get("startsOn"),
                fields.get("gateBy"),
                fields.get("gateOn"),
                fields.get("gateNote"),
                IntStream.range(0, ProgrammeYear.LAST)
                        .mapToObj(at -> Year.of(fields, "years[" + at + "]."))
                        .toList(),
                fields.get("why"));
    }

    private static Integer number(String version) {
        return version != null && version.matches("\\d{1,6}") ? Integer.valueOf(version) : null;
    }

    static ProgrammeForm of(Programme programme) {
        return new ProgrammeForm(
                programme.version(),
                programme.status().name(),
                programme.priority(),
                typed(programme.startsOn()),
                typed(programme.gate().by()),
                typed(programme.gate().on()),
                typed(programme.gate().note()),
                IntStream.rangeClosed(1, ProgrammeYear.LAST)
                        .mapToObj(number -> Year.of(programme.year(number)))
                        .toList(),
                "");
    }

    /** The same, now made from a newer version. */
    ProgrammeForm from(int newer) {
        return new ProgrammeForm(newer, status, priority, startsOn, gateBy, gateOn, gateNote, years, why);
    }

    Programme programme() {
        if (version == null) {
            throw new Refusal("The form is incomplete: open it once more.");
        }
        return new Programme(
                version,
                null,
                null,
                why,
                ProgrammeStatus.of(status).orElse(null),
                priority,
                day("Start of year 1", startsOn),
                new Gate(gateBy, day("Confirmed on", gateOn), gateNote),
                IntStream.range(0, years.size())
                        .mapToObj(at -> years.get(at).year(at + 1))
                        .toList());
    }

    private static LocalDate day(String field, String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            throw new Refusal(field + ": " + typed + " is not a date such as 2026-01-31.", notADay);
        }
    }

    private static String typed(Object value) {
        return value == null ? "" : value.toString();
    }
}
