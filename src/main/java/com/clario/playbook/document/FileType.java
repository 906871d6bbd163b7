package com.clario.playbook.document;

import com.clario.playbook.engine.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files we accept, recognised by what they hold; what their name or their sender claims does not count. */
enum FileType {
    PDF("application/pdf", "pdf"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg");

    static final String ACCEPTED = "PDF, PowerPoint (.pptx), Word (.docx), PNG or JPEG";

    private static final int LARGEST_PART_LIST = 1_000_000;

    private final String mime;
    private final List<String> endings;

    FileType(String mime, String... endings) {
        this.mime = mime;
        this.endings = List.of(endings);
    }

    String mime() {
        return mime;
    }

    String ending() {
        return endings.get(0);
    }

    List<String> endings() {
        return endings;
    }

    static FileType of(byte[] content) {
        if (startsWith(content, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        if (startsWith(content, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return office(content);
        }
        throw unknown();
    }

    /** Only the list of parts is unpacked, and only up to a bound, so a zip bomb stays packed. */
    private static FileType office(byte[] content) {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            var list = zip.getEntry("[Content_Types].xml");
            if (list == null) {
                throw unknown();
            }
            byte[] bytes = zip.getInputStream(list).readNBytes(LARGEST_PART_LIST);
            String parts = new String(bytes, StandardCharsets.UTF_8);
            if (parts.contains("macroEnabled") || parts.contains("vbaProject")) {
                throw new Refusal("Files with macros are not accepted: save the file without macros and try again.");
            }
            if (parts.contains(PPTX.mime + ".main+xml") && zip.getEntry("ppt/presentation.xml") != null) {
                return PPTX;
            }
            if (parts.contains(DOCX.mime + ".main+xml") && zip.getEntry("word/document.xml") != null) {
                return DOCX;
            }
            throw unknown();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal("This file is not accepted: choose a " + ACCEPTED + " file.");
    }

    private static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((content[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
