package com.clario.playbook.optimize.end;

import com.clario.playbook.document.Pdf;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets the papers of an end as PDF: the notice in two languages, and the summary of what was kept. */
@Component
class EndPapers {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private final Pdf pdf;

    EndPapers(Pdf pdf) {
        this.pdf = pdf;
    }

    byte[] notice(Map<String, ?> facts) {
        return pdf.set("optimize/paper/notice", facts);
    }

    byte[] summary(Map<String, ?> facts) {
        return pdf.set("optimize/paper/summary", facts);
    }

    static String english(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    static String indonesian(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN));
    }
}
