package dev.atelier.providers.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Streams a file from an address that came from outside: bounded in bytes, time and redirects. */
public final class Downloads {

    private static final int MOST_REDIRECTS = 3;
    private static final int BUFFER = 64 * 1024;

    private final OkHttpClient client;
    private final Reach reach;
    private final long maxBytes;
    private final Duration deadline;

    /**
     * @param maxBytes a larger file is refused
     * @param deadline for the whole transfer
     */
    public Downloads(Reach reach, long maxBytes, Duration deadline) {
        this.client = UntrustedClient.of(reach, deadline);
        this.reach = reach;
        this.maxBytes = maxBytes;
        this.deadline = deadline;
    }

    /** @param allowPrivate lets loopback and private addresses be read; for practice only */
    public Downloads(boolean allowPrivate, long maxBytes, Duration deadline) {
        this(Reach.of(allowPrivate), maxBytes, deadline);
    }

    public sealed interface Download {
    }

    public record Fetched(long bytes, String contentType) implements Download {
    }

    /** The address no longer answers with the file: 403, 404, 410. */
    public record Gone(int status) implements Download {
    }

    /** It may not, or need not, be read. */
    public record Refused(String reason) implements Download {
    }

    /** It did not work; again it may. */
    public record Trouble(String reason) implements Download {
    }

    /**
     * @param progress told the bytes so far, now and then
     * @throws IOException when the target cannot be written: no fault of the source
     */
    public Download fetch(String url, OutputStream target, LongConsumer progress) throws IOException {
        HttpUrl at = HttpUrl.parse(url);
        long end = System.nanoTime() + deadline.toNanos();
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            if (at == null) {
                return new Refused("the address is not http or https");
            }
            Optional<String> objection = reach.objection(at);
            if (objection.isPresent()) {
                return new Refused(objection.get());
            }
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.toMillis() <= 0) {
                return new Trouble("the host redirects too slowly");
            }
            Request request = new Request.Builder().url(at).header("Accept-Encoding", "identity").build();
            Response response;
            try {
                response = client.newBuilder().callTimeout(left).build().newCall(request).execute();
            } catch (OpenSockets.NotPublic closed) {
                return new Refused("the address is not public");
            } catch (IOException trouble) {
                return new Trouble("the host does not answer: " + trouble.getClass().getSimpleName());
            }
            try (response) {
                if (!response.isRedirect()) {
                    return read(response, target, progress);
                }
                at = follow(at, response.header("Location"));
                if (at == null) {
                    return new Refused("the file is behind a redirect without a target, to something other than"
                            + " http or https, or from https to http");
                }
            }
        }
        return new Refused("the file is behind more than " + MOST_REDIRECTS + " redirects");
    }

    /** Null where it is not followed: who promised a safe line does not get to drop it on the way. */
    static HttpUrl follow(HttpUrl at, String location) {
        HttpUrl next = location == null ? null : at.resolve(location);
        return next != null && at.isHttps() && !next.isHttps() ? null : next;
    }

    private Download read(Response response, OutputStream target, LongConsumer progress) throws IOException {
        int status = response.code();
        if (status == 403 || status == 404 || status == 410) {
            return new Gone(status);
        }
        if (status != 200) {
            return new Trouble("the host answers " + status);
        }
        long length = response.body().contentLength();
        if (length > maxBytes) {
            return new Refused("the file has " + length + " bytes; at most " + maxBytes + " are kept");
        }
        long read = 0;
        byte[] buffer = new byte[BUFFER];
        InputStream source = response.body().byteStream();
        while (true) {
            int got;
            try {
                got = source.read(buffer);
            } catch (IOException cutOff) {
                return new Trouble("the transfer broke off after " + read + " bytes");
            }
            if (got < 0) {
                return new Fetched(read, response.header("Content-Type"));
            }
            read += got;
            if (read > maxBytes) {
                return new Refused("the file has more than " + maxBytes + " bytes");
            }
            target.write(buffer, 0, got);
            progress.accept(read);
        }
    }
}
