package dev.atelier.providers.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.atelier.domain.account.ProxyAddress;
import dev.atelier.domain.failure.ErrorKind;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * How we talk to provider APIs: each request goes out once, no redirect is followed, every answer is bounded, and a
 * failure tells whether the request can have arrived. Used by many threads.
 */
public final class Wire {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Clock clock;
    private final OkHttpClient asking;
    private final OkHttpClient acting;
    private final Interruptibly interruptibly = new Interruptibly();

    public Wire(Clock clock) {
        this(clock, new OkHttpClient.Builder().connectTimeout(CONNECT).protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false).followRedirects(false).followSslRedirects(false)
                .addNetworkInterceptor(Departure.gate(clock)).eventListener(Departure.WATCH)
                .connectionPool(new ConnectionPool()).build());
    }

    private Wire(Clock clock, OkHttpClient asking) {
        this.clock = clock;
        this.asking = asking;
        // A kept connection the server has just closed would turn a paid request into an ambiguous one.
        this.acting = asking.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
    }

    /** The same by another way, over connections of its own. */
    public Wire through(ProxyAddress proxy) {
        return new Wire(clock, ThroughProxy.lead(asking.newBuilder(), proxy).connectionPool(new ConnectionPool())
                .build());
    }

    /** Asks once; whatever the network or the other side does is in the reply, never thrown. */
    public Spoken say(Ask ask) {
        Instant asked = clock.instant();
        Reply reply = reply(ask);
        return new Spoken(ask, reply, asked, clock.instant());
    }

    private Reply reply(Ask ask) {
        HttpUrl url = HttpUrl.parse(ask.url());
        if (url == null) {
            return new Reply.NeverLeft(ErrorKind.UNREACHABLE, "the account's base URL is not an http(s) address");
        }
        Headers headers;
        try {
            headers = Headers.of(ask.headers());
        } catch (IllegalArgumentException unprintable) {
            return new Reply.NeverLeft(ErrorKind.AUTH, "the account's key has characters that no header may carry");
        }
        return talk(ask, url, headers);
    }

    private Reply talk(Ask ask, HttpUrl url, Headers headers) {
        Departure departure = new Departure(ask.sendBefore());
        Request request = new Request.Builder().url(url).headers(headers).method(ask.method(), body(ask))
                .tag(Departure.class, departure).build();
        OkHttpClient client = (ask.once() ? acting : asking).newBuilder().callTimeout(ask.patience())
                .readTimeout(ask.patience()).writeTimeout(ask.patience()).build();
        Call call = client.newCall(request);
        return interruptibly.of(call, () -> reply(call, ask, departure));
    }

    private static Reply reply(Call call, Ask ask, Departure departure) {
        HttpUrl url = call.request().url();
        try (Response response = call.execute()) {
            // A proxy says so instead of passing on what goes in clear. Out of a tunnel it is the other side that speaks.
            return response.code() == 407 && !url.isHttps()
                    ? new Reply.NeverLeft(ErrorKind.UNREACHABLE, "the account's proxy refuses its login")
                    : heard(response, ask.maxBytes());
        } catch (Departure.TooLate late) {
            return new Reply.NeverLeft(ErrorKind.TOO_LATE, late.getMessage());
        } catch (IOException | RuntimeException trouble) {
            return departure.left() ? lost(trouble, url) : neverLeft(trouble, url);
        }
    }

    private static OneShot body(Ask ask) {
        if (ask.parts() != null) {
            return OneShot.form(ask.parts());
        }
        if (ask.body() == null) {
            return ask.once() ? new OneShot(new byte[0]) : null;
        }
        return new OneShot(Json.bytes(ask.body()));
    }

    private static Reply heard(Response response, long maxBytes) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(maxBytes + 1)) {
            return new Reply.Lost(ErrorKind.PROVIDER_ERROR, "the answer is longer than " + maxBytes + " bytes",
                    response.code());
        }
        return new Reply.Heard(response.code(), response.headers(), source.readByteArray());
    }

    private static Reply lost(Exception trouble, HttpUrl url) {
        return trouble instanceof InterruptedIOException
                ? new Reply.Lost(ErrorKind.TIMEOUT, "no answer from " + url.host() + " in time", 0)
                : new Reply.Lost(ErrorKind.PROVIDER_ERROR, "the connection to " + url.host() + " broke off", 0);
    }

    private static Reply neverLeft(Exception trouble, HttpUrl url) {
        return new Reply.NeverLeft(ErrorKind.UNREACHABLE,
                "no connection to " + url.host() + ":" + url.port() + " (" + trouble.getClass().getSimpleName() + ")");
    }
}
