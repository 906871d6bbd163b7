package com.clario.playbook.mail.consent;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs the numbers of our links, so that nobody can guess one or opt somebody else out. */
@Component
class SigningKey implements SmartInitializingSingleton {

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 16;
    private static final int TOKEN_BYTES = Long.BYTES + SIGNATURE_BYTES;

    private final JdbcClient jdbc;
    private volatile SecretKeySpec key;

    SigningKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Made at the first start and kept for good: links in old mails must work for ever, on every node. */
    @Override
    public void afterSingletonsInstantiated() {
        if (stored().isEmpty()) {
            var fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            try {
                jdbc.sql("insert into playbook.opt_out_key (id, secret) values (1, ?)")
                        .param(Base64.getEncoder().encodeToString(fresh))
                        .update();
            } catch (DuplicateKeyException anotherNodeWasFirst) {
                // its key is ours
            }
        }
        key = new SecretKeySpec(Base64.getDecoder().decode(stored().orElseThrow()), "HmacSHA256");
    }

    String token(long number) {
        var token = ByteBuffer.allocate(TOKEN_BYTES).putLong(number).put(signature(number));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The number a token stands for; nothing where we have not signed it. */
    OptionalLong number(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException unreadable) {
            return OptionalLong.empty();
        }
        if (bytes.length != TOKEN_BYTES) {
            return OptionalLong.empty();
        }
        var number = ByteBuffer.wrap(bytes).getLong();
        var signed = Arrays.copyOfRange(bytes, Long.BYTES, TOKEN_BYTES);
        return MessageDigest.isEqual(signed, signature(number)) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private byte[] signature(long number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var whole =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            return Arrays.copyOf(whole, SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<String> stored() {
        return jdbc.sql("select secret from playbook.opt_out_key where id = 1")
                .query(String.class)
                .optional();
    }
}
