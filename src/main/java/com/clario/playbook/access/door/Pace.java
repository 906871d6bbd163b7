package com.clario.playbook.access.door;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often a key may call in one minute; each node counts for itself. */
@Component
class Pace {

    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    /** What a key has done in one minute. */
    private record Count(long minute, int calls) {}

    private final Clock clock;
    private final int most;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    Pace(Clock clock, @Value("${playbook.api.calls-per-minute:600}") int most) {
        this.clock = clock;
        this.most = most;
    }

    int most() {
        return most;
    }

    /** Counts a call; seconds to wait where it is one too many. Only for known keys, so that the counts stay few. */
    Optional<Long> tooFast(String key) {
        var second = clock.instant().getEpochSecond();
        var minute = Math.floorDiv(second, MINUTE);
        var count = counts.merge(
                key,
                new Count(minute, 1),
                (before, one) -> before.minute() == minute ? new Count(minute, before.calls() + 1) : one);
        return count.calls() > most ? Optional.of(MINUTE - Math.floorMod(second, MINUTE)) : Optional.empty();
    }
}
