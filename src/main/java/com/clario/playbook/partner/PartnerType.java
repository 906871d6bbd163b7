package com.clario.playbook.partner;

import java.util.List;

/** What kind of company or adviser a partner is, and which models that allows. */
public enum PartnerType {
    POS("POS", Model.RESELLER, Model.INTEGRATION, Model.WHITE_LABEL),
    ACCOUNTING("Accounting", Model.INTEGRATION),
    CHANNEL("Channel", Model.REFERRAL);

    private final String label;
    private final List<Model> models;

    PartnerType(String label, Model... models) {
        this.label = label;
        this.models = List.of(models);
    }

    public String label() {
        return label;
    }

    public List<Model> models() {
        return models;
    }
}
