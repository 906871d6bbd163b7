package com.clario.playbook.partner;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.consent.Consent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses nobody may write to again, remembered so that they cannot be read back. */
@Repository
public class StayAway implements Consent {

    private final JdbcClient jdbc;

    StayAway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps no address, only what tells it apart from others in this house. */
    public void remember(String address, LocalDate today) {
        if (mayBeMailed(address)) {
            jdbc.sql("insert into playbook.stay_away (address_hash, since) values (?, ?)")
                    .params(hash(address), today)
                    .update();
        }
    }

    @Override
    public boolean mayBeMailed(String address) {
        return jdbc.sql("select count(*) from playbook.stay_away where address_hash = ?")
                        .param(hash(address))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** A contact with such an address may only be kept together with the wish to be left alone. */
    public void require(Contact contact) {
        if (!contact.mail().isEmpty() && !contact.doNotContact() && !mayBeMailed(contact.mail())) {
            throw new Refusal("Mail: somebody with this address was erased and must never be written to again. "
                    + "Leave the address out, or mark the contact as do-not-contact.");
        }
    }

    private String hash(String address) {
        var key = jdbc.sql("select secret from playbook.stay_away_key")
                .query(String.class)
                .single();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var plain = address.strip().toLowerCase(Locale.ROOT);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
