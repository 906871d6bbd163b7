package com.clario.playbook.negotiation.contract;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people wrote into terms and their reviews; what was agreed and signed is evidence and stays. */
@Component
class ContractTexts implements Written {

    private static final String[] AGREED = {"product", "support_contact", "signatory_partner", "signatory_us"};
    private static final String[] REMARKS = {"note", "exception_reason", "returned_why", "signature_note"};

    private static final String SIGNED = "Signed terms, with who signed them and the support contact they name, are "
            + "kept as long as the law asks for contracts.";

    @Override
    public List<Place> places() {
        var terms = terms("Terms", AGREED);
        return List.of(
                terms.only("status <> 'SIGNED'"),
                terms.only("status = 'SIGNED'").stays(SIGNED),
                terms("Remarks on terms", REMARKS),
                Place.of("Contract reviews", "contract_review", OF_PARTNER, "comment")
                        .beside("partnership", "number", "reviewed_at"),
                Place.of("Standing approvals", "standing_approval", OF_PARTNER, "withdrawn_why")
                        .beside("model"));
    }

    private static Place terms(String what, String[] texts) {
        return Place.of(what, "terms_version", OF_PARTNER, texts).beside("partnership", "number", "status");
    }
}
