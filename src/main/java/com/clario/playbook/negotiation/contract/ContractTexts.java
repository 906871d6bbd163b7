package com.clario.playbook.negotiation.contract;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Written;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people wrote into terms and their reviews; what is signed or judges a contract is evidence and stays. */
@Component
class ContractTexts implements Written {

    private static final String[] TEXTS = {
        "product",
        "support_contact",
        "note",
        "exception_reason",
        "returned_why",
        "signatory_partner",
        "signatory_us",
        "signature_note"
    };

    private static final String SIGNED = "Signed terms, with who signed them, never change: they are kept as long as "
            + "the law asks for contracts.";
    private static final String REVIEWED = "Legal's reviews never change: they show who approved which contract.";

    @Override
    public List<Place> places() {
        var terms = Place.of("Terms", "terms_version", OF_PARTNER, TEXTS).beside("partnership", "number", "status");
        return List.of(
                terms.only("status <> 'SIGNED'"),
                terms.only("status = 'SIGNED'").stays(SIGNED),
                Place.of("Contract reviews", "contract_review", OF_PARTNER, "comment")
                        .beside("partnership", "number", "reviewed_at")
                        .stays(REVIEWED),
                Place.of("Standing approvals", "standing_approval", OF_PARTNER, "withdrawn_why")
                        .beside("model"));
    }
}
