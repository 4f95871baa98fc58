package dev.atelier.sandbox.web;

import dev.atelier.sandbox.account.Purses;
import dev.atelier.sandbox.http.Answering;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The sandbox's own pages under {@code /_sandbox}; no key, for it listens on this machine only. */
public final class OwnApi implements Answering {
    public static final String PATH = "/_sandbox";

    private static final String THUMBNAILS = PATH + "/thumbnails/";
    private static final double LONGEST_OUTAGE = 3600;
    private static final Map<String, String> PAGE_HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'", "Cache-Control", "no-store");

    private final Journal journal;
    private final Faults faults;
    private final Purses purses;
    private final Results results;
    private final Supplier<List<String>> going;

    /** @param going lines about the tasks at work */
    public OwnApi(Journal journal, Faults faults, Purses purses, Results results, Supplier<List<String>> going) {
        this.journal = journal;
        this.faults = faults;
        this.purses = purses;
        this.results = results;
        this.going = going;
    }

    @Override
    public Reply answer(Request request) {
        if (request.method().equals("GET") && request.path().startsWith(THUMBNAILS)) {
            return thumbnail(request.path());
        }
        return switch (request.method() + " " + request.path().replaceAll("/$", "")) {
            case "GET /_sandbox" -> page();
            case "GET /_sandbox/health" -> Reply.json(200, Map.of("status", "UP"));
            case "GET /_sandbox/journal" -> journal(request);
            case "GET /_sandbox/faults" -> Reply.json(200, faults.waiting());
            case "POST /_sandbox/faults" -> order(request);
            case "DELETE /_sandbox/faults" -> cleared();
            case "GET /_sandbox/accounts" -> Reply.json(200, purses.all());
            case "POST /_sandbox/accounts" -> purse(request);
            case "POST /_sandbox/outage" -> outage(request);
            default -> Reply.notFound(request.path());
        };
    }

    private Reply page() {
        Reply.Whole page = Reply.text(200, "text/html", new Page(journal.latest(100), going.get(), faults.waiting(),
                results.latest(12)).html());
        return new Reply.Whole(200, page.type(), page.bytes(), PAGE_HEADERS);
    }

    private Reply journal(Request request) {
        String prompt = request.parameter("prompt").orElse(null);
        String since = request.parameter("since_seq").orElse("0");
        if (!since.matches("\\d{1,18}")) {
            return bad("since_seq must be a number");
        }
        long after = Long.parseLong(since);
        return Reply.json(200, journal.entries(entry -> entry.seq() > after
                && (prompt == null || entry.prompt() != null && entry.prompt().contains(prompt))));
    }

    private Reply order(Request request) {
        try {
            return Reply.json(201, faults.order(request.json()));
        } catch (IllegalArgumentException wrong) {
            return bad(wrong.getMessage());
        }
    }

    /** Credit and daily limit of an account, by the name the journal shows. */
    private Reply purse(Request request) {
        try {
            return Reply.json(200, purses.set(request.json()));
        } catch (IllegalArgumentException wrong) {
            return bad(wrong.getMessage());
        }
    }

    private Reply cleared() {
        faults.clear();
        return Reply.json(200, faults.waiting());
    }

    private Reply outage(Request request) {
        double seconds = request.json().path("seconds").asDouble(-1);
        if (seconds < 0 || seconds > LONGEST_OUTAGE) {
            return bad("\"seconds\" must be from 0 to " + (int) LONGEST_OUTAGE);
        }
        return Reply.json(200, Map.of("until", faults.outage(Duration.ofMillis((long) (seconds * 1000))).toString()));
    }

    private Reply thumbnail(String path) {
        return results.find(path.substring(THUMBNAILS.length()))
                .<Reply>map(result -> new Reply.Whole(200, "image/png", results.thumbnail(result),
                        Map.of("Cache-Control", "private, max-age=3600")))
                .orElseGet(() -> Reply.notFound(path));
    }

    private static Reply bad(String message) {
        return Reply.json(400, Map.of("error", Map.of("code", "InvalidParameter", "message", message)));
    }
}
