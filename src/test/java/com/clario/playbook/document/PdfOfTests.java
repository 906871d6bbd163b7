package com.clario.playbook.document;

/** Sets papers of a company in a test without the house. */
public final class PdfOfTests {

    private PdfOfTests() {}

    public static Pdf of(Company company) {
        return new Pdf(company);
    }
}
