package com.clario.playbook.outreach.letter;

import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import java.util.Locale;

/**
 * What we propose to a partner under a model, in the language of whoever reads it. The catalogue tells the value
 * exchange in English; an Indonesian reader gets our own sentence for the kind of partner instead of a mixture.
 *
 * @param product what the thing is called
 * @param proposal who does what, as one sentence
 * @param valueToThem what they gain, as one sentence
 * @param valueToUs what we gain, as one sentence
 */
record Offer(String product, String proposal, String valueToThem, String valueToUs) {

    static Offer of(Partner partner, Model model, String us, Locale language) {
        return "id".equals(language.getLanguage()) ? inIndonesian(partner, model, us) : inEnglish(partner, model, us);
    }

    private static Offer inEnglish(Partner partner, Model model, String us) {
        var name = partner.name();
        var proposal =
                switch (model) {
                    case WHITE_LABEL ->
                        "We build advanced analytics for food and beverage businesses, " + name
                                + " offers it to its customers under its own name, both share the revenue, "
                                + "and we give the technical support.";
                    case RESELLER ->
                        name + " sells our analytics for food and beverage businesses to its customers, "
                                + "both share the revenue, and we give the technical support.";
                    case INTEGRATION ->
                        "We connect our analytics with " + name
                                + " by API, so that shared customers have their figures without typing them, "
                                + "and both tell the market about it.";
                    case REFERRAL ->
                        name + " recommends our analytics to clients who gain from it and earns a commission "
                                + "on what they pay.";
                };
        return new Offer(
                product(name, model, us, " for the customers of ", " connected with ", " recommended by "),
                proposal,
                sentence(partner.valueToThem()),
                sentence(partner.valueToUs()));
    }

    private static Offer inIndonesian(Partner partner, Model model, String us) {
        var name = partner.name();
        var proposal =
                switch (model) {
                    case WHITE_LABEL ->
                        "Kami membangun analitik lanjutan untuk usaha makanan dan minuman, " + name
                                + " menawarkannya kepada pelanggan dengan merek sendiri, pendapatan dibagi bersama, "
                                + "dan dukungan teknis kami yang menangani.";
                    case RESELLER ->
                        name + " menjual analitik kami untuk usaha makanan dan minuman kepada pelanggannya, "
                                + "pendapatan dibagi bersama, dan dukungan teknis kami yang menangani.";
                    case INTEGRATION ->
                        "Kami menghubungkan analitik kami dengan " + name
                                + " melalui API, sehingga pelanggan bersama mendapatkan angkanya tanpa mengetik ulang, "
                                + "dan kedua pihak mengumumkannya bersama.";
                    case REFERRAL ->
                        name + " merekomendasikan analitik kami kepada klien yang membutuhkannya dan memperoleh "
                                + "komisi dari pembayaran mereka.";
                };
        return new Offer(
                product(name, model, us, " untuk pelanggan ", " terhubung dengan ", " direkomendasikan oleh "),
                proposal,
                theirGain(partner.type(), model),
                ourGain(partner.type()));
    }

    private static String theirGain(PartnerType type, Model model) {
        return switch (type) {
            case POS ->
                model == Model.INTEGRATION
                        ? "analitik yang lebih mendalam bagi para pelanggan, langsung dari data kasir mereka."
                        : "analitik yang lebih mendalam bagi para pelanggan, dan sumber pendapatan baru.";
            case ACCOUNTING -> "fitur khusus usaha makanan dan minuman bagi para pelanggan.";
            case CHANNEL ->
                "komisi dari setiap penjualan, dan klien yang lebih mudah menjalankan saran yang diberikan.";
        };
    }

    private static String ourGain(PartnerType type) {
        return switch (type) {
            case POS -> "jangkauan ke lebih banyak usaha makanan dan minuman.";
            case ACCOUNTING -> "data laba rugi yang masuk secara otomatis, sehingga lebih mudah bagi pelanggan.";
            case CHANNEL -> "calon pelanggan yang tepat, dari penasihat yang mereka percaya.";
        };
    }

    private static String product(
            String partner, Model model, String us, String reseller, String integration, String referral) {
        return switch (model) {
            case WHITE_LABEL -> partner + " Analytics powered by " + us;
            case RESELLER -> us + reseller + partner;
            case INTEGRATION -> us + integration + partner;
            case REFERRAL -> us + referral + partner;
        };
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }
}
