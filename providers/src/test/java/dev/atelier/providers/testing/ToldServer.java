package dev.atelier.providers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.Json;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers as told, in turn, and the account that is pointed at it. */
public final class ToldServer implements AutoCloseable {

    public static final String KEY = "key-5f1d2c7e-planted";
    public static final String PROMPT = "a paper boat drifts under a bridge";
    public static final String PICTURE = "https://example.org/a.png";
    public static final String OUR_PICTURE = "data:image/png;base64,iVBORw0KGgo=";

    private final MockWebServer server = new MockWebServer();

    public ToldServer() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ToldServer answers(int status, String body, String... headers) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            answer.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(answer.build());
        return this;
    }

    public Credential account() {
        return new Credential("acc-01", URI.create(address()), KEY);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getPort() + "/api";
    }

    public int requests() {
        return server.getRequestCount();
    }

    public RecordedRequest request() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request came");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The JSON of a request that has come. */
    public static JsonNode json(RecordedRequest request) {
        return Json.value(request.getBody().toByteArray()).orElseThrow();
    }

    /** As the catalogue would make it, for a model that takes everything. */
    public static Order order(Kind kind, String model, Map<String, Object> settings, String... images) {
        return order(kind, model, settings,
                new Input(PROMPT, null, List.of(images), "16:9", "1080p", 5, null, null, "url"));
    }

    public static Order order(Kind kind, String model, Map<String, Object> settings, Input input) {
        return new Order("sub-01", kind, model, input, input.images(), Instant.now().plusSeconds(600), settings);
    }

    @Override
    public void close() {
        server.close();
    }
}
