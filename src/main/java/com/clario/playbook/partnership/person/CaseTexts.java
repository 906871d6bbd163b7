package com.clario.playbook.partnership.person;

import static com.clario.playbook.partnership.Partnerships.OF_PARTNER;

import com.clario.playbook.partner.person.Held;
import com.clario.playbook.partner.person.PersonalData;
import com.clario.playbook.partner.person.Place;
import com.clario.playbook.partner.person.Somebody;
import com.clario.playbook.partner.person.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote about partnerships, wherever it is kept below their room. */
@Repository
class CaseTexts implements Written, PersonalData {

    private static final String FILES_STAY = "Files stay as they are: the signed contract is kept as long as the law "
            + "asks for contracts, and a file's content is not searched.";

    private final JdbcClient jdbc;

    CaseTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Place> places() {
        return List.of(
                Place.of("Timeline", "timeline", OF_PARTNER, "text", "why").beside("partnership", "at", "who"),
                Place.of(
                                "Mails",
                                "mail",
                                OF_PARTNER.replaceFirst("partnership", "about"),
                                "recipient",
                                "subject",
                                "text",
                                "reason")
                        .beside("about", "kind", "status", "put_at", "sent_at"),
                Place.of("Pauses", "pause", OF_PARTNER, "reason").beside("partnership", "paused_on"),
                Place.of("Names of files", "document", OF_PARTNER, "name").beside("partnership", "kind", "stored_at"));
    }

    /** What is in the files nobody can say without reading them, so each is named. */
    @Override
    public List<Held> about(Somebody somebody, String partner) {
        return jdbc.sql("select partnership, name, kind, stored_at from playbook.document where " + OF_PARTNER
                        + " order by id")
                .param("partner", partner)
                .query((row, n) -> {
                    Map<String, Object> content = new LinkedHashMap<>();
                    content.put("partnership", row.getString("partnership"));
                    content.put("file", row.getString("name"));
                    content.put("kind", row.getString("kind"));
                    content.put("stored_at", row.getString("stored_at"));
                    return new Held("Files of the partnerships", content, FILES_STAY);
                })
                .list();
    }
}
