package dev.atelier.sandbox.result;

import dev.atelier.sandbox.http.Answering;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.script.Delivery;
import dev.atelier.sandbox.script.Faults;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.script.Turns;
import dev.atelier.sandbox.script.Word;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves {@code /files/{token}} the way an object store serves signed addresses: to whoever has one, for a day, or as
 * long as the address itself says. */
public final class Downloads implements Answering {
    public static final String PATH = "/files/";

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final Results results;
    private final Journal journal;
    private final Faults faults;
    private final Turns turns;
    private final Clock clock;

    public Downloads(Results results, Journal journal, Faults faults, Turns turns, Clock clock) {
        this.results = results;
        this.journal = journal;
        this.faults = faults;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public Reply answer(Request request) {
        String token = request.path().substring(request.path().lastIndexOf('/') + 1);
        Optional<Result> found = results.find(token).filter(result -> result.ready(clock.instant()));
        if (found.isEmpty() || !request.method().equals("GET")) {
            journal.write(Entry.of(null, Operation.DOWNLOAD, null, null, null, Outcome.REJECTED));
            return error(404, "NoSuchKey", "The specified key does not exist.");
        }
        Result result = found.get();
        Word word = faults.out()
                ? Word.BUSY
                : faults.take(Operation.DOWNLOAD, List.of(result.prompt())).orElse(Word.OK);
        Delivery delivery = turns.next("result " + result.token(), result.prompt(), Tags.of(result.prompt()).result())
                .filter(any -> word == Word.OK).orElse(Delivery.OK);
        boolean expired = delivery == Delivery.EXPIRED_URL || result.expired(clock.instant())
                || tooLate(request);
        write(result, expired ? Outcome.REJECTED : word.outcome());
        if (expired) {
            return error(403, "AccessDenied", "Request has expired.");
        }
        return word == Word.OK ? delivered(result, delivery) : faulty(result, word);
    }

    private boolean tooLate(Request request) {
        return request.parameter("expires").filter(until -> until.matches("\\d{1,12}"))
                .filter(until -> clock.instant().getEpochSecond() >= Long.parseLong(until)).isPresent();
    }

    private Reply delivered(Result result, Delivery delivery) {
        return switch (delivery) {
            case OK -> whole(result);
            case EXPIRED_URL -> error(403, "AccessDenied", "Request has expired.");
            case WRONG_TYPE -> page();
            case TRUNCATED -> new Reply.Torn(whole(result));
            case EMPTY -> Reply.bytes(200, result.kind().type(), new byte[0]);
            case SLOW -> new Reply.Trickled(whole(result), SLOW);
        };
    }

    private Reply faulty(Result result, Word word) {
        return switch (word) {
            case OK -> whole(result);
            case RATE, CONCURRENCY, QUOTA -> error(429, "TooManyRequests", "Please reduce your request rate.");
            case BUSY -> error(503, "ServiceUnavailable", "Please try again.");
            case BROKEN, BROKEN_AFTER -> error(500, "InternalError", "We encountered an internal error.");
            case UNAUTHORIZED -> error(401, "InvalidToken", "The token is malformed.");
            case OVERDUE -> error(403, "AccessDenied", "Access denied.");
            case DROP -> new Reply.Dropped();
            case GARBAGE -> Reply.bytes(200, result.kind().type(), "\u0000not what you asked for".getBytes(
                    StandardCharsets.UTF_8));
            case HTML -> page();
            case EMPTY -> Reply.bytes(200, result.kind().type(), new byte[0]);
            case SLOW_BODY -> new Reply.Trickled(whole(result), SLOW);
        };
    }

    private Reply.Whole whole(Result result) {
        return new Reply.Whole(200, result.kind().type(), results.bytes(result),
                Map.of("Cache-Control", "private, max-age=3600"));
    }

    private static Reply page() {
        return Reply.text(200, "text/html", "<html><body><h1>Sign in to this network</h1></body></html>");
    }

    private static Reply error(int status, String code, String message) {
        return Reply.text(status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>" + message + "</Message></Error>");
    }

    private void write(Result result, Outcome outcome) {
        journal.write(Entry.of(result.provider(), Operation.DOWNLOAD, null, result.taskId(), result.prompt(), outcome));
    }
}
