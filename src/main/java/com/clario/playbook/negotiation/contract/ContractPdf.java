package com.clario.playbook.negotiation.contract;

import com.clario.playbook.document.Pdf;
import com.clario.playbook.negotiation.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets a contract as a PDF, Indonesian beside English, from the one page of text that counsel maintains. */
@Component
public class ContractPdf {

    private static final String TEMPLATE = "negotiation/contract";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private final Pdf pdf;

    ContractPdf(Pdf pdf) {
        this.pdf = pdf;
    }

    public byte[] make(ContractFacts facts) {
        return pdf.set(TEMPLATE, words(facts));
    }

    /** The whole text of the contract: two contracts with the same words have the same text. */
    public String text(ContractFacts facts) {
        return pdf.text(TEMPLATE, words(facts));
    }

    private static Map<String, Object> words(ContractFacts facts) {
        var words = new HashMap<String, Object>();
        words.put("c", facts);
        words.put("model", model(facts.model()));
        words.put("modelIndonesian", modelIndonesian(facts.model()));
        words.put("kind", kind(facts.partnerType()));
        words.put("kindIndonesian", kindIndonesian(facts.partnerType()));
        words.put("price", Amounts.shown(facts.pricePerMonth()));
        words.put("partnerShare", percent(facts.partnerShare()));
        words.put("ourShare", percent(facts.ourShare()));
        words.put("partnerAmount", Amounts.shown(facts.split().partner()));
        words.put("ourAmount", Amounts.shown(facts.split().us()));
        words.put("date", day(facts.date(), Locale.ENGLISH));
        words.put("dateIndonesian", day(facts.date(), INDONESIAN));
        if (facts.start().on() != null) {
            words.put("start", day(facts.start().on(), Locale.ENGLISH));
            words.put("startIndonesian", day(facts.start().on(), INDONESIAN));
        }
        return words;
    }

    private static String day(LocalDate day, Locale language) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", language));
    }

    private static String percent(BigDecimal share) {
        return share.stripTrailingZeros().toPlainString() + "%";
    }

    private static String model(String model) {
        return switch (model) {
            case "RESELLER" -> "reseller";
            case "INTEGRATION" -> "integration";
            case "WHITE_LABEL" -> "white-label";
            case "REFERRAL" -> "referral";
            default -> throw new IllegalArgumentException("No contract text for the model " + model);
        };
    }

    private static String modelIndonesian(String model) {
        return switch (model) {
            case "RESELLER" -> "penjualan kembali (reseller)";
            case "INTEGRATION" -> "integrasi";
            case "REFERRAL" -> "rujukan (referral)";
            default -> model(model);
        };
    }

    private static String kind(String type) {
        return switch (type) {
            case "POS" -> "point-of-sale";
            case "ACCOUNTING" -> "accounting";
            case "CHANNEL" -> "referral";
            default -> throw new IllegalArgumentException("No contract text for partners of type " + type);
        };
    }

    private static String kindIndonesian(String type) {
        return switch (type) {
            case "POS" -> "sistem kasir (POS)";
            case "ACCOUNTING" -> "akuntansi";
            default -> "rujukan";
        };
    }
}
