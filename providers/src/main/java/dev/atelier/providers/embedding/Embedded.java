package dev.atelier.providers.embedding;

/** What came of asking for a vector; never thrown. */
public sealed interface Embedded {

    record Vector(float[] numbers) implements Embedded {
    }

    /** @param what what to set, for the operator */
    record NotConfigured(String what) implements Embedded {
    }

    /** No asking again would help. */
    record TooLong(String why) implements Embedded {
    }

    record Failed(String why) implements Embedded {
    }
}
