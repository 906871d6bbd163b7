package com.clario.playbook.launch;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.Partnership;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The referral codes of all partnerships: one live code each, and no code is ever given twice. */
@Repository
public class ReferralCodes {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    ReferralCodes(
            JdbcClient jdbc,
            People people,
            Clock clock,
            @Value("${playbook.referral-address:https://clario.example/start?code=}") String address) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
        this.address = address;
    }

    /** The code of a partnership that counts now. */
    public Optional<ReferralCode> of(String partnership) {
        return jdbc.sql("select * from playbook.referral_code where live_mark = ?")
                .param(partnership)
                .query(ReferralCodes::code)
                .optional();
    }

    /** Where a client goes with a code. */
    public String link(String code) {
        return address + code;
    }

    /** A code nobody has had; the partner's own where it has one. */
    String propose(Partnership partnership) {
        return of(partnership.code()).map(ReferralCode::code).orElseGet(() -> free(partnership.partnerName()));
    }

    /** Gives the partnership this code; the one it had before ends. */
    void issue(String partnership, String code, String text) {
        var before = of(partnership);
        if (before.filter(one -> one.code().equals(code)).isPresent()) {
            jdbc.sql("update playbook.referral_code set text = ? where code = ?")
                    .params(text, code)
                    .update();
            return;
        }
        revoke(partnership, "Replaced by " + code);
        try {
            jdbc.sql("insert into playbook.referral_code (code, partnership, text, issued_by, issued_at, live_mark) "
                            + "values (?, ?, ?, ?, ?, ?)")
                    .params(code, partnership, text, people.current().id(), now(), partnership)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal("Referral code: " + code + " was given to somebody before; choose another.", taken);
        }
    }

    /** Ends the partnership's code; tells which it was. */
    Optional<String> revoke(String partnership, String why) {
        var live = of(partnership).map(ReferralCode::code);
        live.ifPresent(code -> jdbc.sql("update playbook.referral_code set live_mark = null, revoked_by = ?, "
                        + "revoked_at = ?, revoked_why = ? where code = ?")
                .params(people.current().id(), now(), why, code)
                .update());
        return live;
    }

    private String free(String partner) {
        var code = ReferralCode.proposed(partner, random);
        var taken = jdbc.sql("select count(*) from playbook.referral_code where code = ?")
                        .param(code)
                        .query(Integer.class)
                        .single()
                > 0;
        return taken ? free(partner) : code;
    }

    private static ReferralCode code(ResultSet row, int n) throws SQLException {
        return new ReferralCode(
                row.getString("code"),
                row.getString("partnership"),
                row.getString("text"),
                row.getString("issued_by"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
