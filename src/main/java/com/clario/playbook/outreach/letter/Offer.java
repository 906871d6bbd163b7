package com.clario.playbook.outreach.letter;

import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import java.util.Locale;

/**
 * What we propose to a partner under a model, in the language of whoever reads it.
 *
 * @param product what the thing is called
 * @param proposal who does what, as one sentence
 */
record Offer(String product, String proposal) {

    static Offer of(Partner partner, Model model, String us, Locale language) {
        return "id".equals(language.getLanguage())
                ? inIndonesian(partner.name(), model, us)
                : inEnglish(partner.name(), model, us);
    }

    private static Offer inEnglish(String partner, Model model, String us) {
        return switch (model) {
            case WHITE_LABEL ->
                new Offer(
                        partner + " Analytics powered by " + us,
                        "We build advanced analytics for food and beverage businesses, " + partner
                                + " offers it to its customers under its own name, both share the revenue, "
                                + "and we give the technical support.");
            case RESELLER ->
                new Offer(
                        us + " for the customers of " + partner,
                        partner + " sells our analytics for food and beverage businesses to its customers, "
                                + "both share the revenue, and we give the technical support.");
            case INTEGRATION ->
                new Offer(
                        us + " connected with " + partner,
                        "We connect our analytics with " + partner
                                + " by API, so that shared customers have their figures without typing them, "
                                + "and both tell the market about it.");
            case REFERRAL ->
                new Offer(
                        us + " recommended by " + partner,
                        partner + " recommends our analytics to clients who gain from it and earns a commission "
                                + "on what they pay.");
        };
    }

    private static Offer inIndonesian(String partner, Model model, String us) {
        return switch (model) {
            case WHITE_LABEL ->
                new Offer(
                        partner + " Analytics powered by " + us,
                        "Kami membangun analitik lanjutan untuk usaha makanan dan minuman, " + partner
                                + " menawarkannya kepada pelanggan dengan merek sendiri, pendapatan dibagi bersama, "
                                + "dan dukungan teknis kami yang menangani.");
            case RESELLER ->
                new Offer(
                        us + " untuk pelanggan " + partner,
                        partner + " menjual analitik kami untuk usaha makanan dan minuman kepada pelanggannya, "
                                + "pendapatan dibagi bersama, dan dukungan teknis kami yang menangani.");
            case INTEGRATION ->
                new Offer(
                        us + " terhubung dengan " + partner,
                        "Kami menghubungkan analitik kami dengan " + partner
                                + " melalui API, sehingga pelanggan bersama mendapatkan angkanya tanpa mengetik ulang, "
                                + "dan kedua pihak mengumumkannya bersama.");
            case REFERRAL ->
                new Offer(
                        us + " direkomendasikan oleh " + partner,
                        partner + " merekomendasikan analitik kami kepada klien yang membutuhkannya dan memperoleh "
                                + "komisi dari pembayaran mereka.");
        };
    }
}
