package dev.atelier.providers.ark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

import dev.atelier.domain.provider.Credential;
import dev.atelier.providers.http.Wire;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers as told, and Ark pointed at it. */
final class ArkServer implements AutoCloseable {

    final Ark ark = new Ark(new Wire(Clock.systemUTC()), Clock.systemUTC());
    final Credential credential;
    private final MockWebServer server = new MockWebServer();

    ArkServer() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        credential = Orders.at("http://127.0.0.1:" + server.getPort() + "/api/v3");
    }

    ArkServer answers(int status, String body, String... headers) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            answer.addHeader(headers[i], headers[i + 1]);
        }
        return answers(answer);
    }

    ArkServer answers(MockResponse.Builder answer) {
        server.enqueue(answer.build());
        return this;
    }

    static String error(String code) {
        return "{\"error\":{\"code\":\"" + code
                + "\",\"message\":\"said by the provider\",\"param\":\"\",\"type\":\"x\"}}";
    }

    int requests() {
        return server.getRequestCount();
    }

    RecordedRequest request() {
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

    @Override
    public void close() {
        server.close();
    }
}
