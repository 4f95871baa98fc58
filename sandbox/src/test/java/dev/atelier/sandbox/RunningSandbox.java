package dev.atelier.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** A started sandbox and a client that speaks Ark to it. */
final class RunningSandbox implements AutoCloseable {
    static final String KEY = "ark-demo-1";
    static final String IMAGES = "/ark/api/v3/images/generations";
    static final String TASKS = "/ark/api/v3/contents/generations/tasks";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SandboxServer server;

    record Answer(int status, String type, byte[] bytes) {
        JsonNode json() {
            try {
                return Json.read(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String errorCode() {
            return json().path("error").path("code").asText();
        }
    }

    RunningSandbox(Path state) {
        this(state, Clock.systemUTC());
    }

    RunningSandbox(Path state, Clock clock) {
        try {
            this.server = SandboxServer.start(0, state, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return server.url();
    }

    /** @param more further fields of the body, such as {@code "size":"64x64"}; empty for none */
    Answer image(String prompt, String more) throws Exception {
        return post(IMAGES, KEY, body("""
                "model":"doubao-seedream-4-5-251128","prompt":%s""".formatted(quoted(prompt)), more));
    }

    Answer image(String prompt) throws Exception {
        return image(prompt, "\"size\":\"64x64\"");
    }

    Answer film(String prompt, String more) throws Exception {
        return post(TASKS, KEY, body("""
                "model":"doubao-seedance-1-5-pro-251215","content":[{"type":"text","text":%s}]"""
                .formatted(quoted(prompt)), more));
    }

    Answer mesh(String prompt, int pictures) throws Exception {
        String picture = ",{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\"}}";
        return post(TASKS, KEY, body("\"model\":\"doubao-seed3d-1-0-250928\",\"content\":[{\"type\":\"text\",\"text\":"
                + quoted(prompt) + "}" + picture.repeat(pictures) + "]", ""));
    }

    String filmId(String prompt) throws Exception {
        return film(prompt, "").json().path("id").asText();
    }

    Answer task(String id) throws Exception {
        return get(TASKS + "/" + id);
    }

    JsonNode ended(String id) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            JsonNode task = task(id).json();
            if (!task.path("status").asText().matches("queued|running")) {
                return task;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Task " + id + " did not end");
    }

    Answer get(String pathOrUrl) throws Exception {
        return send(request(pathOrUrl, KEY).GET());
    }

    Answer get(String pathOrUrl, String key) throws Exception {
        return send(request(pathOrUrl, key).GET());
    }

    Answer delete(String path) throws Exception {
        return send(request(path, KEY).DELETE());
    }

    Answer post(String path, String key, String body) throws Exception {
        return send(request(path, key).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer fault(String body) throws Exception {
        return post("/_sandbox/faults", null, body);
    }

    /** Rows whose prompt contains this text. */
    List<JsonNode> journal(String prompt) throws Exception {
        JsonNode rows = get("/_sandbox/journal", null).json();
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("prompt").asText("").contains(prompt)).toList();
    }

    private HttpRequest.Builder request(String pathOrUrl, String key) {
        String url = pathOrUrl.startsWith("http") ? pathOrUrl : url() + pathOrUrl;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private static String body(String fields, String more) {
        return "{" + fields + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String quoted(String text) {
        return new String(Json.bytes(text), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
