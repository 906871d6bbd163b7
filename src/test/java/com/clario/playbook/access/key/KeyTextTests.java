package com.clario.playbook.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTextTests {

    private final KeyText key = KeyText.drawn(new Random(7));

    @Test
    void isReadAsItWasWritten() {
        assertThat(key.text()).matches("pbk_[0-9A-Za-z]{10}_[0-9A-Za-z]{28}");
        assertThat(KeyText.read(key.text())).contains(key);
        assertThat(key.hasFingerprint(key.fingerprint())).isTrue();
        assertThat(key.hasFingerprint(KeyText.drawn(new Random(8)).fingerprint()))
                .isFalse();
    }

    @Test
    void isNoneWithOneLetterWrong() {
        var text = key.text();
        for (int place = 0; place < text.length(); place++) {
            var other = text.charAt(place) == 'x' ? 'y' : 'x';
            assertThat(KeyText.read(text.substring(0, place) + other + text.substring(place + 1)))
                    .as("letter %d", place)
                    .isEmpty();
        }
        assertThat(KeyText.read(text.substring(1))).isEmpty();
        assertThat(KeyText.read(text + "0")).isEmpty();
        assertThat(KeyText.read("")).isEmpty();
    }

    @Test
    void isNeverDrawnTwice() {
        var random = new Random(9);
        var drawn = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(KeyText.drawn(random).text());
        }
        assertThat(drawn).hasSize(10_000);
    }

    @Test
    void neverShowsItsSecretByMistake() {
        assertThat(key.toString()).contains(key.id()).doesNotContain(key.secret());
    }
}
