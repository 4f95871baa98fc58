package dev.atelier.faults.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An application that does what it should: one idempotency key a job, and the same request again until it is answered. */
final class Client {
    /** On a machine with much other work an api takes minutes to come up. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String key;

    Client(String base, String key) {
        this.base = base;
        this.key = key;
    }

    /** @return the id of the job */
    String post(String idempotencyKey, ObjectNode body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "no answer";
        while (System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = http.send(request("/v1/jobs").header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))).build(),
                        BodyHandlers.ofString());
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() / 100 == 2)
                    return JsonMapper.shared().readTree(answer.body()).path("id").asString();
                if (answer.statusCode() / 100 == 4 && answer.statusCode() != 409 && answer.statusCode() != 429)
                    throw new IllegalStateException("POST /v1/jobs: " + last);
            } catch (IOException unanswered) {
                last = unanswered.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            pause();
        }
        throw new IllegalStateException("POST /v1/jobs for " + PATIENCE.toMinutes() + " minutes: " + last);
    }

    /** @return the HTTP status, 0 without an answer: then the verb may or may not have been heard */
    int say(String job, String verb, ObjectNode body) {
        try {
            return http.send(request("/v1/jobs/" + job + "/" + verb).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString()).statusCode();
        } catch (IOException unanswered) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Null without an answer. */
    JsonNode get(String path) {
        try {
            return JsonMapper.shared()
                    .readTree(http.send(request(path).GET().build(), BodyHandlers.ofString()).body());
        } catch (IOException unanswered) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER).header("Authorization",
                "Bearer " + key);
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
