package dev.atelier.faults.road;

import java.time.Duration;

/** What a connection suffers while it lasts. Each piece of at most 16 KiB that arrives is carried on in this way. */
public sealed interface Weather {
    Weather CLEAR = new Clear();

    record Clear() implements Weather {
    }

    /** Every piece comes later by {@code latency} and up to {@code jitter} more. */
    record Late(Duration latency, Duration jitter) implements Weather {
    }

    /** Nothing arrives, nobody is told; what was sent goes on when the weather clears. */
    record BlackHole() implements Weather {
    }

    /** Pieces of at most so many bytes, with a pause after each. */
    record Sliced(int bytes, Duration pause) implements Weather {
    }

    /** At most so many bytes a second in each direction. */
    record Slow(int bytesPerSecond) implements Weather {
    }
}
