package com.clario.playbook.pilot.letter;

import com.clario.playbook.document.Pdf;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets a pilot letter as a PDF, Indonesian beside English. */
@Component
public class LetterPdf {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private final Pdf pdf;

    LetterPdf(Pdf pdf) {
        this.pdf = pdf;
    }

    public byte[] make(LetterFacts facts) {
        return pdf.set(
                "pilot/letter",
                Map.of(
                        "c", facts,
                        "date", day(facts.date(), Locale.ENGLISH),
                        "dateIndonesian", day(facts.date(), INDONESIAN),
                        "start", day(facts.startsOn(), Locale.ENGLISH),
                        "startIndonesian", day(facts.startsOn(), INDONESIAN)));
    }

    private static String day(LocalDate day, Locale language) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", language));
    }
}
