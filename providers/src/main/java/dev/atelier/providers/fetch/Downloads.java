package dev.atelier.providers.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.LongConsumer;

public final class Downloads {
    public sealed interface Download {
    }
    public record Fetched(long bytes, String contentType) implements Download {
    }
    public record Gone(int status) implements Download {
    }
    public record Refused(String reason) implements Download {
    }
    public record Trouble(String reason) implements Download {
    }

    public Download fetch(String url, OutputStream to, LongConsumer progress) throws IOException {
        try {
            var r = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (r.statusCode() != 200)
                return new Gone(r.statusCode());
            long n = r.body().transferTo(to);
            return new Fetched(n, "x");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
