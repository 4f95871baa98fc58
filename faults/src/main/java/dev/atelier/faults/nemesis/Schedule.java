package dev.atelier.faults.nemesis;

import dev.atelier.faults.road.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What goes wrong and when, from a seed alone: the same seed and length give the same schedule. */
public record Schedule(List<Entry> entries) {
    private static final List<String> PARTS = List.of("worker-1", "worker-2", "worker-1", "worker-2", "api",
            "sandbox", "postgres", "temporal");
    private static final List<String> SUBMIT = List.of("429", "503", "500", "drop_after_accept", "500_after_accept",
            "garbage", "html", "empty", "slow_body");
    private static final List<String> READ = List.of("429", "503", "500", "garbage", "html", "slow_body",
            "drop_after_accept");

    public record Entry(Duration at, Trouble trouble) {
    }

    public static Schedule of(long seed, Duration length, List<String> roads) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        Duration at = Duration.ofSeconds(3);
        while (at.compareTo(length) < 0) {
            entries.add(new Entry(at, trouble(random, roads)));
            at = at.plusMillis(2_000 + random.nextInt(8_000));
        }
        return new Schedule(List.copyOf(entries));
    }

    private static Trouble trouble(Random random, List<String> roads) {
        String part = any(random, PARTS);
        String road = any(random, roads);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Trouble.Kill(part, seconds(random, 1, 8));
            case 3 -> new Trouble.End(part, seconds(random, 1, 5));
            case 4 -> new Trouble.Freeze(part, seconds(random, 2, 18));
            case 5, 6 -> new Trouble.Storm(road, weather(random), seconds(random, 3, 15));
            case 7 -> random.nextInt(3) == 0 ? new Trouble.HalfClose(road) : new Trouble.Reset(road);
            case 8 -> new Trouble.Provider("submit", any(random, SUBMIT), 1 + random.nextInt(6));
            default -> random.nextInt(4) == 0
                    ? new Trouble.Outage(seconds(random, 3, 12))
                    : new Trouble.Provider(any(random, List.of("poll", "list", "download", "cancel")),
                            any(random, READ), 1 + random.nextInt(5));
        };
    }

    private static Weather weather(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Weather.Late(Duration.ofMillis(20 + random.nextInt(300)),
                    Duration.ofMillis(random.nextInt(300)));
            case 1 -> new Weather.BlackHole();
            case 2 -> new Weather.Sliced(16 + random.nextInt(500), Duration.ofMillis(1 + random.nextInt(10)));
            default -> new Weather.Slow(20_000 + random.nextInt(200_000));
        };
    }

    private static Duration seconds(Random random, int least, int most) {
        return Duration.ofMillis(1_000L * least + random.nextInt(1_000 * (most - least)));
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
