package com.clario.playbook.document;

import java.time.Instant;
import java.util.Locale;

/** A stored file of a partnership: what it is, how big, its fingerprint, and who stored it when. */
public record Document(
        long id,
        String partnership,
        String kind,
        String name,
        String type,
        String sha256,
        long size,
        Instant storedAt,
        String storedBy) {

    /** What a person calls this kind of document. */
    public String kindLabel() {
        return Kind.valueOf(kind).label();
    }

    /** The size as a person reads it, such as 1.4 MB. */
    public String sizeLabel() {
        double kilobytes = size / 1024.0;
        return kilobytes < 1000
                ? Math.max(1, Math.round(kilobytes)) + " KB"
                : String.format(Locale.ENGLISH, "%.1f MB", kilobytes / 1024);
    }
}
