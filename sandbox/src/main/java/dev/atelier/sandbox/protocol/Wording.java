package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers as a scripted word wants it, in a provider's own form. */
public record Wording(Refusals refusals) {
    private static final Duration SLOW = Duration.ofSeconds(5);

    public Reply reply(Word word, Supplier<Reply.Whole> answer) {
        return reply(word, answer, Reply.json(200, Json.object()));
    }

    public Reply reply(Word word, Supplier<Reply.Whole> answer, Reply.Whole empty) {
        return switch (word) {
            case OK -> answer.get();
            case RATE, BUSY, BROKEN, UNAUTHORIZED, OVERDUE, CONCURRENCY, QUOTA -> refusals.of(word).orElseThrow();
            case DROP -> new Reply.Dropped();
            case BROKEN_AFTER -> refusals.of(Word.BROKEN).orElseThrow();
            case GARBAGE -> Reply.bytes(200, "application/json",
                    "{\"id\": \u0001\u0002 <<< not json".getBytes(StandardCharsets.UTF_8));
            case HTML -> Reply.text(200, "text/html", "<html><body><h1>Welcome to this proxy</h1></body></html>");
            case EMPTY -> empty;
            case SLOW_BODY -> new Reply.Trickled(answer.get(), SLOW);
        };
    }
}
