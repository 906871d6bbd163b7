package com.clario.playbook.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PlaybookTest
class DocumentPagesTests {

    @Autowired
    Documents documents;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Visitor sari;
    private String code;
    private String page;

    @BeforeEach
    void signIn() throws Exception {
        sari = Visitor.signedIn(port, "sari");
        code = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL).code();
        page = "/partnerships/" + code + "/documents";
    }

    @Test
    void storesASignedContractAndGivesItBackAsADownload() throws Exception {
        byte[] pdf = "%PDF-1.7 signed".getBytes();
        assertThat(sari.get(page).body()).contains("No documents yet", "up to 20 MB");

        var answer = sari.upload(page, "SIGNED_CONTRACT", "Kontrak <i> Moka.pdf", pdf);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Stored: Kontrak i Moka.pdf (Signed contract).", "Sari Wijaya")
                .contains("href=\"/partnerships/" + code + "\"", "/camunda/app/tasklist")
                .doesNotContain("<i>");
        var stored = documents.latest(code, Documents.SIGNED_CONTRACT).orElseThrow();
        assertThat(stored.storedBy()).isEqualTo("sari");
        var download = sari.download("/documents/" + stored.id());
        assertThat(download.body()).isEqualTo(pdf);
        assertThat(download.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(download.headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    @Test
    void saysInOneSentenceWhyAFileIsRefused() throws Exception {
        sari.get(page);

        assertThat(sari.upload(page, "OTHER", "a.pdf", "<html>".getBytes()).body())
                .contains(
                        "This file is not accepted: choose a PDF, PowerPoint (.pptx), Word (.docx), PNG or JPEG file.");
        assertThat(sari.upload(page, "OTHER", "a.pdf", new byte[0]).body()).contains("The file is empty");
        assertThat(sari.upload(page, "", "a.pdf", "%PDF-".getBytes()).body())
                .contains("Choose what kind of document this is.");
        assertThat(documents.of(code)).isEmpty();
    }

    @Test
    void saysTheSameSentenceHoweverMuchTooLargeAFileIs() throws Exception {
        sari.get(page);

        for (int megabytes : new int[] {21, 60}) {
            var answer = sari.upload(page, "OTHER", "large.pdf", new byte[megabytes * 1024 * 1024]);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("The file is larger than 20 MB: store a smaller one.");
        }
        byte[] hair = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy("%PDF-".getBytes(), 0, hair, 0, 5);
        assertThat(sari.upload(page, "OTHER", "hair.pdf", hair).body())
                .contains("The file is larger than 20 MB: store a smaller one.");
        assertThat(documents.of(code)).isEmpty();
    }

    @Test
    void knowsNoDocumentThatIsNotThere() throws Exception {
        assertThat(sari.get("/documents/999999").statusCode()).isEqualTo(404);
        assertThat(sari.get("/partnerships/..%2Fx/documents").statusCode()).isIn(400, 404);
    }

    @Test
    void knowsNoPartnershipThatIsNotThere() throws Exception {
        sari.get(page);

        assertThat(sari.get("/partnerships/nobody-1/documents").statusCode()).isEqualTo(404);
        sari.get(page);
        assertThat(sari.upload("/partnerships/nobody-1/documents", "OTHER", "a.pdf", "%PDF-".getBytes())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesNothingFromFinance() throws Exception {
        var fitri = Visitor.signedIn(port, "fitri");
        fitri.get(page);

        assertThat(fitri.upload(page, "OTHER", "a.pdf", "%PDF-".getBytes()).statusCode())
                .isEqualTo(403);
        assertThat(documents.of(code)).isEmpty();
    }

    @Test
    void takesNoContractDraftFromAPerson() throws Exception {
        assertThat(sari.get(page).body()).contains("SIGNED_CONTRACT").doesNotContain("CONTRACT_DRAFT");

        assertThat(sari.upload(page, "CONTRACT_DRAFT", "a.pdf", "%PDF-".getBytes())
                        .body())
                .contains("A contract draft is made from the terms and cannot be uploaded");
        assertThat(documents.of(code)).isEmpty();
    }
}
