package com.clario.playbook.document;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.Attachments;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of all partnerships: stored once, found again, never changed. */
@Repository
@EnableConfigurationProperties(Company.class)
public class Documents implements Attachments {

    public static final String SIGNED_CONTRACT = "SIGNED_CONTRACT";
    public static final String PITCH_DECK = "PITCH_DECK";
    public static final String CONTRACT_DRAFT = "CONTRACT_DRAFT";
    public static final String PILOT_LETTER_DRAFT = "PILOT_LETTER_DRAFT";
    public static final String SIGNED_PILOT_LETTER = "SIGNED_PILOT_LETTER";
    public static final String NOTICE_LETTER = "NOTICE_LETTER";
    public static final String FINAL_STATEMENT = "FINAL_STATEMENT";
    public static final String CLOSING_SUMMARY = "CLOSING_SUMMARY";
    public static final String OTHER = "OTHER";

    static final int LARGEST = 20 * 1024 * 1024;

    private static final String COLUMNS = "id, partnership, kind, name, type, sha256, size, stored_at, stored_by";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;

    Documents(JdbcClient jdbc, Clock clock, People people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
    }

    /** Stores a file under its cleaned name; refuses what is empty, too large or none of the accepted types. */
    @Transactional
    public Document store(String partnership, String kind, String name, byte[] content) {
        Kind known = Kind.of(kind);
        if (content == null || content.length == 0) {
            throw new Refusal("The file is empty: choose the file once more.");
        }
        if (content.length > LARGEST) {
            throw new Refusal(TooLarge.SENTENCE);
        }
        FileType type = FileType.of(content);
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into playbook.document (partnership, kind, name, type, sha256, size, content, stored_at, stored_by)
                        values (:partnership, :kind, :name, :type, :sha256, :size, :content, :now, :by)
                        """)
                .param("partnership", partnership)
                .param("kind", known.name())
                .param("name", FileName.clean(name, type))
                .param("type", type.mime())
                .param("sha256", sha256(content))
                .param("size", content.length)
                .param("content", content)
                .param("now", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param("by", people.current().id())
                .update(key, "id");
        return get(key.getKeyAs(Long.class));
    }

    public Document get(long id) {
        return find(id).orElseThrow(() -> new Refusal("There is no such document."));
    }

    public byte[] content(long id) {
        return jdbc.sql("select content from playbook.document where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new Refusal("There is no such document."));
    }

    /** All documents of a partnership, newest first. */
    public List<Document> of(String partnership) {
        return jdbc.sql("select " + COLUMNS
                        + " from playbook.document where partnership = :partnership order by id desc")
                .param("partnership", partnership)
                .query(Documents::document)
                .list();
    }

    public Optional<Document> latest(String partnership, String kind) {
        return of(partnership).stream()
                .filter(document -> document.kind().equals(kind))
                .findFirst();
    }

    @Override
    public Attachment attachment(long documentId) {
        Document document = get(documentId);
        return new Attachment(document.name(), document.type(), content(documentId));
    }

    Optional<Document> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from playbook.document where id = :id")
                .param("id", id)
                .query(Documents::document)
                .optional();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getLong("id"),
                row.getString("partnership"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                row.getString("stored_by"));
    }
}
