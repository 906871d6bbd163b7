package com.clario.playbook.pilot.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.document.Company;
import com.clario.playbook.document.PdfOfTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LetterPdfTests {

    private final LetterPdf letters = new LetterPdf(PdfOfTests.of(
            new Company("Clario", "Menara Clario, Jakarta", "the Republic of Indonesia", "Republik Indonesia")));

    @Test
    void saysInBothLanguagesWhatIsTriedHowLongAndWhoPays() throws IOException {
        assertThat(text(letters.make(letter("")), "pilot-letter"))
                .contains("Template – to be checked by counsel", "Surat Uji Coba", "Pilot Letter")
                .contains("Daily sales report", "1 December 2026", "1 Desember 2026", "lasts 30 days", "30 hari")
                .contains("free for the customers", "tidak dipungut biaya")
                .contains("at least 60% of the customers are active", "4 of 5", "Fewer than five active")
                .contains("Law No. 27 of 2022", "deleted within 30 days", "Confidentiality", "Kerahasiaan")
                .contains("obliges no Party", "Meterai", "Annex: customers", "Restaurant 12");
    }

    @Test
    void namesThePriceWhereTheCustomersPay() throws IOException {
        assertThat(text(letters.make(letter("Rp 200.000")), "pilot-letter-paid"))
                .contains("the customers pay Rp 200.000 per month", "pelanggan membayar Rp 200.000 per bulan")
                .doesNotContain("free for the customers");
    }

    private static LetterFacts letter(String price) {
        return new LetterFacts(
                "moka-1",
                1,
                LocalDate.of(2026, 11, 22),
                "Moka",
                "Moka Analytics powered by Clario",
                "Daily sales report",
                LocalDate.of(2026, 12, 1),
                30,
                price,
                60,
                "4",
                "Fewer than five active",
                IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> "Restaurant " + number)
                        .toList());
    }

    /** Keeps the file beside the screenshots, to be looked at. */
    private static String text(byte[] pdf, String name) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
