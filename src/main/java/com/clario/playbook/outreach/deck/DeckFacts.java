package com.clario.playbook.outreach.deck;

import java.util.List;

/** What a pitch deck says: the partner, the product proposed and what each side gains. */
public record DeckFacts(
        String partner,
        String partnerType,
        String model,
        String product,
        long merchants,
        String valueToThem,
        String valueToUs,
        String proposal,
        List<String> benefits,
        String risk) {

    String situation() {
        return switch (partnerType) {
            case "POS" ->
                "Your merchants run their day on " + partner
                        + ". The data is there; what they miss is the analysis that turns it into decisions.";
            case "ACCOUNTING" ->
                "Your customers keep their books with " + partner
                        + ". What food and beverage businesses miss is the view of their own trade.";
            case "CHANNEL" ->
                "Owners ask " + partner + " what to do next. Answers from their own figures make good advice stronger.";
            default -> "The customers of " + partner + " have more to gain from the data they already collect.";
        };
    }

    String modelName() {
        return switch (model) {
            case "RESELLER" -> "Reseller";
            case "INTEGRATION" -> "Integration";
            case "WHITE_LABEL" -> "White label";
            case "REFERRAL" -> "Referral";
            default -> "Partnership";
        };
    }

    List<String> roles(String us) {
        return switch (model) {
            case "RESELLER" ->
                List.of(
                        partner + " offers and sells " + product,
                        us + " builds, runs and improves it",
                        us + " gives technical support");
            case "INTEGRATION" ->
                List.of(
                        "Both products are connected by API",
                        "Customers switch it on themselves",
                        "Both sides tell their customers");
            case "WHITE_LABEL" ->
                List.of(
                        us + " builds and runs " + product,
                        partner + " brands it and offers it to its customers",
                        us + " gives technical support");
            default ->
                List.of(
                        partner + " recommends " + product,
                        us + " looks after every customer",
                        "Each referral is counted by its code");
        };
    }

    List<String> money(String us) {
        boolean partnerCollects = "RESELLER".equals(model) || "WHITE_LABEL".equals(model);
        return List.of(
                partnerCollects ? "The customer pays " + partner : "The customer pays " + us,
                "VAT, discounts and refunds come off: what is left is net revenue",
                "REFERRAL".equals(model)
                        ? partner + " earns the agreed commission on it"
                        : "Net revenue is shared as agreed in the contract",
                "One statement a month, down to each sale, then it is settled");
    }
}
