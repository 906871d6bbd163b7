package com.clario.playbook.negotiation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.document.Company;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;

class ContractPdfTests {

    private final ContractPdf contracts = new ContractPdf(
            new Company("Clario", "Menara Clario, Jakarta", "the Republic of Indonesia", "Republik Indonesia"));

    @Test
    void setsTheTermsInBothLanguages() throws IOException {
        String text = text(contracts.make(moka("Moka", "WHITE_LABEL", "PARTNER", "", true)), "contract-moka");

        assertThat(text)
                .contains("Template – to be checked by counsel", "1 / 2", "2 / 2")
                .contains("Moka Analytics powered by Clario", "Rp 200.000", "70%", "30%")
                .contains("The Partner invoices the customers", "Mitra menagih dan menerima")
                .contains("less VAT, discounts and refunds", "PPN, potongan harga, dan pengembalian dana")
                .contains("not exclusive", "tidak eksklusif")
                .contains("within 4 hours", "dalam waktu 4 jam", "bantuan@clario.example")
                .contains("24 months", "60 days", "10 to 20 customers")
                .contains("terms version 2", "Meterai", "Andi Pratama", "Rina Halim")
                .contains("the Indonesian text prevails", "22 November 2026");
    }

    @Test
    void changesItsClausesWithTheTerms() throws IOException {
        String text = text(
                contracts.make(moka("Boga Advisers", "REFERRAL", "US", "No other adviser in Bandung.", false)),
                "contract-referral");

        assertThat(text)
                .contains("refers customers with its referral code", "We invoice the customers")
                .contains("No other adviser in Bandung.", "launch without a pilot")
                .doesNotContain("under its own brand", "not exclusive", "10 to 20 customers");
    }

    @Test
    void takesNamesAsTextWhateverTheyHold() throws IOException {
        String text = text(
                contracts.make(
                        moka("Łódź & Söhne <script>alert(1)</script> ${7*7} Ā", "RESELLER", "PARTNER", "", true)),
                "contract-odd");

        assertThat(text).contains("Łódź & Söhne <script>alert(1)</script> ${7*7} Ā");
    }

    @Test
    void writesMoneyAsPeopleDo() {
        assertThat(ContractPdf.price(Money.of(new BigDecimal("200000.0000"), "IDR")))
                .isEqualTo("Rp 200.000");
        assertThat(ContractPdf.price(Money.of(1_250_000, "IDR"))).isEqualTo("Rp 1.250.000");
        assertThat(ContractPdf.price(Money.of(new BigDecimal("19.5"), "USD"))).isEqualTo("USD 19,5");
    }

    private static ContractFacts moka(
            String partner, String model, String collects, String exclusivity, boolean pilotClause) {
        return new ContractFacts(
                "moka-1",
                2,
                LocalDate.of(2026, 11, 22),
                partner,
                "Jl. Contoh 1, Jakarta Selatan",
                "Rina Halim",
                "Andi Pratama",
                model,
                "Moka Analytics powered by Clario",
                collects,
                new BigDecimal("70.00"),
                new BigDecimal("30"),
                Money.of(200_000, "IDR"),
                exclusivity,
                "bantuan@clario.example, +62 21 000 0000",
                4,
                24,
                60,
                pilotClause);
    }

    /** Keeps the file beside the screenshots, to be looked at. */
    private static String text(byte[] pdf, String name) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripper();
            return reader.getText(document).replaceAll("\\s+", " ");
        }
    }
}
