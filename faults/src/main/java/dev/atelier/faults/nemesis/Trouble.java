package dev.atelier.faults.nemesis;

import dev.atelier.faults.road.Weather;
import java.time.Duration;

/** One thing that goes wrong for a while. */
public sealed interface Trouble {
    /** What it befalls: a part or a road; two troubles of one victim never overlap. */
    String victim();

    /** {@code kill -9}, and the same part again after a while. */
    record Kill(String victim, Duration gone) implements Trouble {
    }

    /** SIGTERM, as a deployment sends it, and the same part again after a while. */
    record End(String victim, Duration gone) implements Trouble {
    }

    /** SIGSTOP, then SIGCONT: to others it looks alive and says nothing. */
    record Freeze(String victim, Duration lasts) implements Trouble {
    }

    record Storm(String victim, Weather weather, Duration lasts) implements Trouble {
    }

    /** Every open connection of a road is reset. */
    record Reset(String victim) implements Trouble {
    }

    /** Every open connection of a road ends in one direction. */
    record HalfClose(String victim) implements Trouble {
    }

    /** The provider itself misbehaves towards the next few requests of a kind. */
    record Provider(String operation, String word, int times) implements Trouble {
        @Override
        public String victim() {
            return "provider " + operation;
        }
    }

    /** The provider answers nothing but errors. */
    record Outage(Duration lasts) implements Trouble {
        @Override
        public String victim() {
            return "provider";
        }
    }
}
