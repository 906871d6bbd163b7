package com.clario.playbook.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.engine.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {

    @Test
    void recognisesFilesByWhatTheyHold() throws IOException {
        assertThat(FileType.of("%PDF-1.7\n".getBytes())).isEqualTo(FileType.PDF);
        assertThat(FileType.of(image("png"))).isEqualTo(FileType.PNG);
        assertThat(FileType.of(image("jpg"))).isEqualTo(FileType.JPEG);
        try (var deck = new XMLSlideShow();
                var letter = new XWPFDocument()) {
            var pptx = new ByteArrayOutputStream();
            deck.write(pptx);
            var docx = new ByteArrayOutputStream();
            letter.write(docx);
            assertThat(FileType.of(pptx.toByteArray())).isEqualTo(FileType.PPTX);
            assertThat(FileType.of(docx.toByteArray())).isEqualTo(FileType.DOCX);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "PK",
                "PK\u0003\u0004 not a zip",
                "MZ\u0090",
                "<html><script>alert(1)</script>",
                "#!/bin/sh",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "GIF89a",
                "{\\rtf1",
                " %PDF-1.7",
                "%pdf-1.7"
            })
    void refusesEverythingElse(String content) {
        assertThatThrownBy(() -> FileType.of(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "This file is not accepted: choose a PDF, PowerPoint (.pptx), Word (.docx), PNG or JPEG file.");
    }

    @Test
    void refusesZipsThatAreNoOfficeFile() throws IOException {
        assertThatThrownBy(() -> FileType.of(zip("readme.txt", "hello"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> FileType.of(zip("[Content_Types].xml", "<Types/>")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> FileType.of(zip("[Content_Types].xml", FileType.PPTX.mime() + ".main+xml")))
                .as("claims to be a deck but holds no slides")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesMacros() throws IOException {
        String macros = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml";

        assertThatThrownBy(() -> FileType.of(zip("[Content_Types].xml", macros)))
                .hasMessageStartingWith("Files with macros are not accepted");
    }

    @Test
    void leavesAZipBombPacked() throws IOException {
        byte[] bomb = zip("[Content_Types].xml", " ".repeat(100_000_000));

        assertThat(bomb.length).isLessThan(200_000);
        assertThatThrownBy(() -> FileType.of(bomb)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesBrokenFilesWithOurSentenceOnly() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deck = new XMLSlideShow()) {
            deck.write(out);
        }
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = out.toByteArray();
            for (int j = 0; j < 20; j++) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
            }
            try {
                assertThat(FileType.of(broken)).isEqualTo(FileType.PPTX);
            } catch (Refusal refused) {
                assertThat(refused).hasMessageContaining("not accepted");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Contract.pdf                      | Contract.pdf
                    Kontrak Moka v2.PDF               | Kontrak Moka v2.pdf
                    ../../etc/passwd                  | passwd.pdf
                    C:\\fakepath\\Signed.pdf          | Signed.pdf
                    invoice.pdf.exe                   | invoice.pdf.exe.pdf
                    a"b;c<d>.pdf                      | a b c d.pdf
                    .htaccess                         | htaccess.pdf
                    ' . '                             | document.pdf
                    ''                                | document.pdf
                    .pdf                              | document.pdf
                    Perjanjian Kerja Sama – Moka.pdf  | Perjanjian Kerja Sama – Moka.pdf
                    """)
    void cleansFileNames(String given, String cleaned) {
        assertThat(FileName.clean(given, FileType.PDF)).isEqualTo(cleaned);
    }

    @Test
    void cleansFileNamesOfTricks() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x.pdf", FileType.PDF)).isEqualTo("a Set-Cookie x.pdf");
        assertThat(FileName.clean("gpj\u202Efdp.exe", FileType.PDF)).isEqualTo("gpj fdp.exe.pdf");
        assertThat(FileName.clean(null, FileType.JPEG)).isEqualTo("document.jpg");
        assertThat(FileName.clean("photo.jpeg", FileType.JPEG)).isEqualTo("photo.jpg");
        assertThat(FileName.clean("x".repeat(500) + ".pdf", FileType.PDF)).hasSize(124);
    }

    private static byte[] image(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
