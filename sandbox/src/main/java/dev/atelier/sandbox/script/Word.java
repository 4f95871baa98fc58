package dev.atelier.sandbox.script;

import dev.atelier.sandbox.journal.Outcome;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one request goes. Only the words that accept a submit make a task, which is then paid for. */
public enum Word {
    OK("ok", true),
    /** Too many requests; not accepted. */
    RATE("429", false),
    /** The provider is busy; not accepted. */
    BUSY("503", false),
    /** The provider broke before it accepted. */
    BROKEN("500", false), UNAUTHORIZED("401", false),
    /** The account has no money left. */
    OVERDUE("403", false),
    /** Too many tasks of this account at once. */
    CONCURRENCY("concurrency", false), QUOTA("quota", false),
    /** Accepted, then the connection closes without a byte. */
    DROP("drop_after_accept", true),
    /** Accepted, but answered as if the provider broke. */
    BROKEN_AFTER("500_after_accept", true),
    /** Accepted; 200 with bytes that are not JSON. */
    GARBAGE("garbage", true),
    /** Accepted; 200 with a web page, as a proxy in between would send. */
    HTML("html", true),
    /** Accepted; 200 with nothing in it: no id, no picture. */
    EMPTY("empty", true),
    /** Accepted; the answer trickles in. */
    SLOW_BODY("slow_body", true);

    private final String spelling;
    private final boolean accepts;

    Word(String spelling, boolean accepts) {
        this.spelling = spelling;
        this.accepts = accepts;
    }

    public String spelling() {
        return spelling;
    }

    public boolean accepts() {
        return accepts;
    }

    /** What the journal says of a request that went this way. */
    public Outcome outcome() {
        return this == DROP ? Outcome.DROPPED : accepts ? Outcome.ACCEPTED : Outcome.REJECTED;
    }

    public static Word of(String spelling) {
        Optional<Word> word = Arrays.stream(values()).filter(each -> each.spelling.equals(spelling)).findFirst();
        return word.orElseThrow(() -> new UnknownWord(spelling, Arrays.stream(values()).map(Word::spelling)
                .collect(Collectors.joining(", "))));
    }
}
