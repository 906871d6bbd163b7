create trigger signed_terms_stay before update, delete on terms_version
    for each row call "com.clario.playbook.negotiation.contract.SignedTermsStay";
