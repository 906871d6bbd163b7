package com.clario.playbook.negotiation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.document.Company;
import com.clario.playbook.document.Pdf;
import com.clario.playbook.document.PdfOfTests;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.negotiation.start.Start;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractPdfTests {

    private final Pdf pdf = PdfOfTests.of(
            new Company("Clario", "Menara Clario, Jakarta", "the Republic of Indonesia", "Republik Indonesia"));
    private final ContractPdf contracts = new ContractPdf(pdf);

    @Test
    void setsTheTermsInBothLanguages() throws IOException {
        String text = text(contracts.make(moka("Moka", "WHITE_LABEL", "PARTNER", false, true)), "contract-moka");

        assertThat(text)
                .contains("Template – to be checked by counsel", "1 / 3", "3 / 3")
                .contains("Moka Analytics powered by Clario", "Rp 200.000", "70%", "30%")
                .contains("The Partner invoices the customers", "Mitra menagih dan menerima")
                .contains("less VAT, discounts and refunds", "PPN, potongan harga, dan pengembalian dana")
                .contains("Rp 140.000 is for the Partner and Rp 60.000 for Us", "pays Us Rp 60.000")
                .contains("not exclusive", "tidak eksklusif")
                .contains("within 4 hours", "dalam waktu 4 jam", "bantuan@clario.example")
                .contains("24 months", "60 days", "10 to 20 customers", "Liability")
                .contains("Law No. 27 of 2022", "Undang-Undang No. 27 Tahun 2022")
                .contains("District Court of South Jakarta", "Law No. 24 of 2009", "Law No. 10 of 2020")
                .contains("terms version 2", "Meterai", "Represented by")
                .contains("the Indonesian text prevails", "22 November 2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESELLER    | PARTNER | sells the Product in its own name and We                | train the Partner’s team",
                "WHITE_LABEL | PARTNER | under its own brand                                     | powered by Clario",
                "INTEGRATION | US      | connect their products by API                           | API keys are revoked",
                "REFERRAL    | US      | We invoice the customers and collect their payments, and owe the Partner its commission | referral code is no longer valid"
            })
    void hasClausesOfItsModel(String model, String collects, String money, String end) throws IOException {
        String text =
                text(contracts.make(moka("Moka", model, collects, false, true)), "contract-" + model.toLowerCase());

        assertThat(text).contains(end);
        if (!model.equals("RESELLER")) {
            assertThat(text).contains(money);
        }
    }

    @Test
    void changesItsClausesWithTheTerms() throws IOException {
        String text = text(contracts.make(moka("Boga Advisers", "REFERRAL", "US", true, false)), "contract-exclusive");

        assertThat(text)
                .contains("refers customers with its referral code", "We invoice the customers")
                .contains("the Partner is Our only", "satu-satunya mitra sistem kasir (POS)")
                .contains("launch without a pilot")
                .doesNotContain("under its own brand", "not exclusive", "10 to 20 customers");
    }

    @Test
    void speaksOfDataAndMarketingWhereNoRevenueIsShared() throws IOException {
        var zahir = new ContractFacts(
                "zahir-1",
                1,
                LocalDate.of(2026, 11, 22),
                Start.FIRST,
                "Zahir",
                "ACCOUNTING",
                "INTEGRATION",
                "Clario Analytics for Zahir",
                "US",
                BigDecimal.ZERO,
                Amounts.rupiah(0),
                false,
                "Clario support",
                24,
                12,
                60,
                true);

        assertThat(text(contracts.make(zahir), "contract-without-revenue"))
                .contains("exchange of data", "Neither Party pays the other")
                .contains("There is no revenue share and no commission", "at least one joint activity per quarter")
                .contains("direct damage that is proven")
                .doesNotContain("Rp 0", "net revenue", "0%", "final statement");
    }

    @Test
    void saysWhenItTakesEffectAndWhatItReplaces() throws IOException {
        assertThat(text(contracts.make(moka("Moka", "WHITE_LABEL", "PARTNER", false, true)), "contract-first"))
                .contains("takes effect on the day of signature and lasts 24 months")
                .contains("mulai berlaku pada hari penandatanganan dan berlaku selama 24 bulan")
                .doesNotContain("replaces", "menggantikan", "Replaces");
        var adjusted = moka(new Start(null, 1), "Moka", "WHITE_LABEL", "PARTNER", false, true);
        assertThat(text(contracts.make(adjusted), "contract-adjusted"))
                .contains("on the day after both Parties have signed it; from that day the Agreement lasts 24 months")
                .contains("sehari setelah ditandatangani oleh Para Pihak; sejak hari itu")
                .contains("version 2 of the terms replaces version 1 and every version before it")
                .contains("versi ketentuan 2 menggantikan versi 1 dan semua versi sebelumnya");
        var renewed = moka(new Start(LocalDate.of(2029, 1, 3), 1), "Moka", "WHITE_LABEL", "PARTNER", false, true);
        assertThat(text(contracts.make(renewed), "contract-renewed"))
                .contains("takes effect on 3 January 2029; from that day the Agreement lasts 24 months")
                .contains("mulai berlaku pada 3 Januari 2029; sejak hari itu")
                .contains("3 Januari 2029 · 3 January 2029", "replaces version 1");
    }

    @Test
    void takesNamesAsTextWhateverTheyHold() throws IOException {
        String text = text(
                contracts.make(
                        moka("Łódź & Söhne <script>alert(1)</script> ${7*7} Ā", "RESELLER", "PARTNER", false, true)),
                "contract-odd");

        assertThat(text).contains("Łódź & Söhne <script>alert(1)</script> ${7*7} Ā");
    }

    private static ContractFacts moka(
            String partner, String model, String collects, boolean exclusive, boolean pilotClause) {
        return moka(Start.FIRST, partner, model, collects, exclusive, pilotClause);
    }

    private static ContractFacts moka(
            Start start, String partner, String model, String collects, boolean exclusive, boolean pilotClause) {
        return new ContractFacts(
                "moka-1",
                2,
                LocalDate.of(2026, 11, 22),
                start,
                partner,
                "POS",
                model,
                "Moka Analytics powered by Clario",
                collects,
                new BigDecimal("70.00"),
                Amounts.rupiah(200_000),
                exclusive,
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
