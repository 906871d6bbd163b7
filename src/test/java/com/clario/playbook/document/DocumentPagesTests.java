package com.clario.playbook.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PageVisitor;
import com.clario.playbook.PlaybookTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlaybookTest
class DocumentPagesTests {

    @Autowired
    Documents documents;

    @LocalServerPort
    int port;

    private PageVisitor sari;

    @BeforeEach
    void signIn() throws Exception {
        sari = PageVisitor.signedIn(port, "sari");
    }

    @Test
    void storesASignedContractAndGivesItBackAsADownload() throws Exception {
        byte[] pdf = "%PDF-1.7 signed".getBytes();
        assertThat(sari.get("/partnerships/page-1/documents").body()).contains("No documents yet", "up to 20 MB");

        var answer = sari.upload("/partnerships/page-1/documents", "SIGNED_CONTRACT", "Kontrak <i> Moka.pdf", pdf);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Stored: Kontrak i Moka.pdf (Signed contract).", "Sari Wijaya")
                .contains("href=\"/partnerships/page-1\"", "/camunda/app/tasklist")
                .doesNotContain("<i>");
        var stored = documents.latest("page-1", Documents.SIGNED_CONTRACT).orElseThrow();
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
        sari.get("/partnerships/page-2/documents");

        assertThat(sari.upload("/partnerships/page-2/documents", "OTHER", "a.pdf", "<html>".getBytes())
                        .body())
                .contains(
                        "This file is not accepted: choose a PDF, PowerPoint (.pptx), Word (.docx), PNG or JPEG file.");
        assertThat(sari.upload("/partnerships/page-2/documents", "OTHER", "a.pdf", new byte[0])
                        .body())
                .contains("The file is empty");
        assertThat(sari.upload("/partnerships/page-2/documents", "", "a.pdf", "%PDF-".getBytes())
                        .body())
                .contains("Choose what kind of document this is.");
        assertThat(documents.of("page-2")).isEmpty();
    }

    @Test
    void saysTheSameSentenceHoweverMuchTooLargeAFileIs() throws Exception {
        sari.get("/partnerships/page-3/documents");

        for (int megabytes : new int[] {21, 60}) {
            var answer = sari.upload(
                    "/partnerships/page-3/documents", "OTHER", "large.pdf", new byte[megabytes * 1024 * 1024]);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("The file is larger than 20 MB: store a smaller one.");
        }
        byte[] hair = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy("%PDF-".getBytes(), 0, hair, 0, 5);
        assertThat(sari.upload("/partnerships/page-3/documents", "OTHER", "hair.pdf", hair)
                        .body())
                .contains("The file is larger than 20 MB: store a smaller one.");
        assertThat(documents.of("page-3")).isEmpty();
    }

    @Test
    void knowsNoDocumentThatIsNotThere() throws Exception {
        assertThat(sari.get("/documents/999999").statusCode()).isEqualTo(404);
        assertThat(sari.get("/partnerships/..%2Fx/documents").statusCode()).isIn(400, 404);
    }
}
