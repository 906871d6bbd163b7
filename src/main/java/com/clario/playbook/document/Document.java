package com.clario.playbook.document;

import java.time.Instant;

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
        return size < 1_000_000
                ? Math.max(1, size / 1_000) + " KB"
                : String.format(java.util.Locale.ENGLISH, "%.1f MB", size / 1e6);
    }
}
