package com.clario.playbook.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a colleague enters about a candidate, and how a refusal reads. */
public final class ResearchForm {

    private static final String TODAY = LocalDate.now().toString();

    private ResearchForm() {}

    public static Map<String, Object> strong() {
        var fields = new HashMap<String, Object>(Map.of(
                "merchants", 30_000,
                "overlap", 90,
                "api", "FULL",
                "analyticsGap", "YES",
                "upsell", "YES",
                "sponsor", "YES",
                "competitor", "NO",
                "troubled", "NO"));
        fields.put(
                "evidence",
                List.of("merchants", "overlap", "api", "analyticsGap", "upsell", "sponsor").stream()
                        .map(criterion -> Map.of("criterion", criterion, "source", "Playbook", "on", TODAY))
                        .toList());
        return fields;
    }

    public static Map<String, Object> with(Map<String, Object> fields, String key, Object value) {
        var changed = new HashMap<>(fields);
        changed.put(key, value);
        return changed;
    }

    static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
