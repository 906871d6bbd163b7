package com.clario.playbook.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** A mail as it stands in the outbox, with what became of it. */
record StoredMail(
        long id,
        String recipient,
        String subject,
        String text,
        String about,
        String kind,
        Long documentId,
        Status status,
        int tries,
        String reason,
        Instant putAt,
        Instant nextTryAt,
        Instant sentAt,
        Instant erasedAt) {

    enum Status {
        WAITING("Waiting", "blue"),
        SENT("Sent", "green"),
        FAILED("Failed", "red"),
        NOT_SENT("Not sent: no mail server set", "yellow");

        private final String label;
        private final String colour;

        Status(String label, String colour) {
            this.label = label;
            this.colour = colour;
        }

        public String label() {
            return label;
        }

        public String colour() {
            return colour;
        }
    }

    /** The same at every try, so a mail that went out twice is seen as one by whoever receives it. */
    String messageId(String domain) {
        return "<mail-" + id + "." + putAt.toEpochMilli() + "@" + domain + ">";
    }

    boolean isCold() {
        return "cold-mail".equals(kind) || "follow-up".equals(kind);
    }

    public List<String> lines() {
        return text.lines().toList();
    }

    public boolean triedInVain() {
        return status == Status.WAITING && tries > 0;
    }

    public boolean canGoAgain() {
        return erasedAt == null && (status == Status.FAILED || status == Status.NOT_SENT);
    }

    static StoredMail of(ResultSet row, int number) throws SQLException {
        return new StoredMail(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("about"),
                row.getString("kind"),
                row.getObject("document_id", Long.class),
                Status.valueOf(row.getString("status")),
                row.getInt("tries"),
                row.getString("reason"),
                instant(row, "put_at"),
                instant(row, "next_try_at"),
                instant(row, "sent_at"),
                instant(row, "erased_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
