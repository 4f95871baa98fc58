package dev.atelier.providers.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.atelier.domain.provider.CallbackCheck;

/**
 * Keys that somebody else publishes and may change: kept for a day, and asked for anew when none of them fits, but at
 * most once a minute, so that forgeries do not become requests.
 *
 * @param <K> all keys of one owner
 */
public final class PublishedKeys<K> {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_OWNERS = 1_000;

    /** @param key null when none could be had yet */
    private record Held<K>(K key, Instant asked, Instant had) {
    }

    private final Clock clock;
    /** Held also while somebody asks: the others wait for that answer instead of asking, too. */
    private final ReentrantLock one = new ReentrantLock();
    private final Map<String, Held<K>> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held<K>> eldest) {
            return size() > MOST_OWNERS;
        }
    };

    public PublishedKeys(Clock clock) {
        this.clock = clock;
    }

    /** @param ask empty when the keys cannot be had just now */
    public CallbackCheck fit(String owner, Supplier<Optional<K>> ask, Predicate<K> fits) {
        one.lock();
        try {
            Instant now = clock.instant();
            Held<K> known = held.get(owner);
            boolean current = known != null && known.key != null && now.isBefore(known.had.plus(KEPT));
            if (current && fits.test(known.key)) {
                return CallbackCheck.GENUINE;
            }
            if (known == null || !now.isBefore(known.asked.plus(PAUSE))) {
                known = asked(known, ask.get(), now);
                held.put(owner, known);
                current = known.key != null && now.isBefore(known.had.plus(KEPT));
            }
            if (!current) {
                return CallbackCheck.UNKNOWN;
            }
            return fits.test(known.key) ? CallbackCheck.GENUINE : CallbackCheck.FORGED;
        } finally {
            one.unlock();
        }
    }

    private Held<K> asked(Held<K> before, Optional<K> answer, Instant now) {
        return answer.map(key -> new Held<>(key, now, now))
                .orElseGet(
                        () -> new Held<>(before == null ? null : before.key, now, before == null ? now : before.had));
    }
}
