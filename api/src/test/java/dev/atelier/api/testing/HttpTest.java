package dev.atelier.api.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real requests to a started application. */
@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "atelier.api.max-upload=2MB", "atelier.api.temporal-ui-url=http://127.0.0.1:8233/"})
public abstract class HttpTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    protected static final JsonMapper JSON = JsonMapper.shared();
    @LocalServerPort
    private int port;

    /** What came back, with its body read as JSON on demand. */
    public record Reply(int status, HttpResponse<byte[]> response) {
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String code() {
            return json().path("code").asString();
        }

        @Override
        public String toString() {
            return status + " " + response.headers().map() + " " + new String(response.body(), StandardCharsets.UTF_8);
        }
    }

    protected Reply get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    protected Reply post(String path, String body, String... headers) {
        return call("POST", path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param headers name, value, name, value …; Authorization and Content-Type are given unless named here */
    protected Reply call(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(path.startsWith("http") ? path : "http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.setHeader("Authorization", "Bearer " + Tenants.KEY);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    protected static String body(String kind, String model, String rest) {
        return "{\"kind\":\"%s\",\"model\":\"%s\",%s}".formatted(kind, model, rest);
    }

    protected Reply post(String body) {
        return post("/v1/jobs", body);
    }

    protected String posted(String prompt) {
        return post(image(prompt)).json().get("id").asString();
    }

    protected static String image(String prompt) {
        return """
                {"kind":"image","model":"ark/seedream-4.5","input":{"prompt":"%s"}}""".formatted(prompt);
    }
}
