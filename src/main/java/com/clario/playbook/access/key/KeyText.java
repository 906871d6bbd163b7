package com.clario.playbook.access.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** A key as it is written: {@code pbk_<id>_<secret><check sum>}, so that scanners find it and slips are seen at once. */
record KeyText(String id, String secret) {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID = 10;

    /** 22 letters out of 62 are 130 bits. */
    private static final int SECRET = 22;

    private static final int SUM = 6;
    private static final Pattern SHAPE =
            Pattern.compile("pbk_([0-9A-Za-z]{" + ID + "})_([0-9A-Za-z]{" + SECRET + "})([0-9A-Za-z]{" + SUM + "})");

    static KeyText drawn(RandomGenerator random) {
        return new KeyText(letters(random, ID), letters(random, SECRET));
    }

    /** Reads a key without asking anybody; one letter wrong and it is none. */
    static Optional<KeyText> read(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var key = new KeyText(shape.group(1), shape.group(2));
        return Optional.of(key).filter(one -> one.sum().equals(shape.group(3)));
    }

    String text() {
        return head() + sum();
    }

    /** What we keep of the secret; it is random, so that a plain hash is enough. */
    String fingerprint() {
        return HexFormat.of().formatHex(sha256(secret));
    }

    boolean hasFingerprint(String kept) {
        return MessageDigest.isEqual(sha256(secret), HexFormat.of().parseHex(kept));
    }

    @Override
    public String toString() {
        return "key " + id;
    }

    private String head() {
        return "pbk_" + id + "_" + secret;
    }

    private String sum() {
        var crc = new CRC32();
        crc.update(head().getBytes(StandardCharsets.US_ASCII));
        var rest = BigInteger.valueOf(crc.getValue());
        var sum = new StringBuilder();
        for (int place = 0; place < SUM; place++) {
            var parts = rest.divideAndRemainder(BigInteger.valueOf(LETTERS.length()));
            sum.append(LETTERS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return sum.reverse().toString();
    }

    private static String letters(RandomGenerator random, int length) {
        var drawn = new StringBuilder();
        for (int place = 0; place < length; place++) {
            drawn.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return drawn.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
