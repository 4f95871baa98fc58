package dev.atelier.providers.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.atelier.providers.http.OneShot;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Posts JSON to an address that came from outside, once. A redirect is a failure; the answer's body is not read. */
public final class Posting {

    private final OkHttpClient client;
    private final Reach reach;

    public Posting(Reach reach, Duration deadline) {
        this.client = UntrustedClient.of(reach, deadline);
        this.reach = reach;
    }

    /** @param allowPrivate posts to loopback and private addresses, too; for practice only */
    public Posting(boolean allowPrivate, Duration deadline) {
        this(Reach.of(allowPrivate), deadline);
    }

    public sealed interface Outcome {
    }

    public record Answered(int status) implements Outcome {
    }

    public record Failed(String reason) implements Outcome {
    }

    public Outcome post(String url, Map<String, String> headers, String json) {
        HttpUrl to = HttpUrl.parse(url);
        if (to == null) {
            return new Failed("the address is not http or https");
        }
        Optional<String> objection = reach.objection(to);
        if (objection.isPresent()) {
            return new Failed(objection.get());
        }
        Request request = new Request.Builder().url(to).headers(Headers.of(headers))
                .post(new OneShot(json.getBytes(StandardCharsets.UTF_8))).build();
        try (Response response = client.newCall(request).execute()) {
            return new Answered(response.code());
        } catch (OpenSockets.NotPublic closed) {
            return new Failed("the address is not public");
        } catch (IOException trouble) {
            return new Failed("no answer: " + trouble.getClass().getSimpleName());
        }
    }
}
