package dev.atelier.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.util.Map;

/** Reads each request whole, has it answered, and writes the reply as the reply wants to be written. */
public final class Door implements HttpHandler {
    /** Ark takes bodies below 64 MB; a little more, so that the provider's own refusal is what a client meets. */
    static final int LARGEST_BODY = 72 << 20;

    private static final Logger LOG = System.getLogger(Door.class.getName());
    private static final int STEPS = 10;

    private final Answering answering;

    public Door(Answering answering) {
        this.answering = answering;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            send(exchange, body.length > LARGEST_BODY ? tooLarge() : reply(exchange, body), head);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        Request request = new Request(method, exchange.getRequestURI().getPath(),
                Query.parse(exchange.getRequestURI().getRawQuery()), exchange.getRequestHeaders(), body);
        try {
            return answering.answer(request);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.log(Logger.Level.ERROR, "The sandbox could not answer " + method + " " + request.path(), e);
            return Reply.json(500, Map.of("error", Map.of("code", "SandboxBroken", "message", String.valueOf(e))));
        }
    }

    private static Reply tooLarge() {
        return new Reply.Whole(413, "application/json", Reply.json(413, Map.of("error", Map.of(
                "code", "RequestTooLarge", "message", "The body is larger than " + LARGEST_BODY + " bytes"))).bytes(),
                Map.of("Connection", "close"));
    }

    private static void send(HttpExchange exchange, Reply reply, boolean head)
            throws IOException, InterruptedException {
        switch (reply) {
            case Reply.Whole whole -> {
                start(exchange, whole, head);
                if (!head && whole.bytes().length > 0) {
                    exchange.getResponseBody().write(whole.bytes());
                }
            }
            case Reply.Trickled(Reply.Whole whole, var over) -> {
                start(exchange, whole, head);
                if (!head) {
                    trickle(exchange.getResponseBody(), whole.bytes(), over.toMillis() / STEPS);
                }
            }
            case Reply.Torn(Reply.Whole whole) -> {
                start(exchange, whole, head);
                if (!head) {
                    exchange.getResponseBody().write(whole.bytes(), 0, whole.bytes().length / 2);
                    exchange.getResponseBody().flush();
                }
            }
            // Closing an exchange whose headers were never sent closes its connection.
            case Reply.Dropped() -> exchange.close();
        }
    }

    private static void start(HttpExchange exchange, Reply.Whole whole, boolean head) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", whole.type());
        whole.headers().forEach(exchange.getResponseHeaders()::set);
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(whole.bytes().length));
        }
        exchange.sendResponseHeaders(whole.status(), head || whole.bytes().length == 0 ? -1 : whole.bytes().length);
    }

    private static void trickle(OutputStream out, byte[] bytes, long pauseMillis)
            throws IOException, InterruptedException {
        for (int step = 0; step < STEPS; step++) {
            int from = (int) ((long) bytes.length * step / STEPS);
            int to = (int) ((long) bytes.length * (step + 1) / STEPS);
            out.write(bytes, from, to - from);
            out.flush();
            Thread.sleep(pauseMillis);
        }
    }
}
