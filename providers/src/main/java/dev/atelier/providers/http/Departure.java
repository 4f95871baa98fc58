package dev.atelier.providers.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Rides along with one call and knows whether its request has begun to leave. */
final class Departure {

    private final Instant sendBefore;
    private volatile boolean left;

    Departure(Instant sendBefore) {
        this.sendBefore = sendBefore;
    }

    boolean left() {
        return left;
    }

    static final class TooLate extends IOException {

        TooLate(Instant sendBefore) {
            super("was to be sent before " + sendBefore + "; nothing was sent");
        }
    }

    /** For the network side of the client: the connection stands, the next thing is the first byte. */
    static Interceptor gate(Clock clock) {
        return chain -> {
            Departure departure = chain.request().tag(Departure.class);
            if (departure.sendBefore != null && !clock.instant().isBefore(departure.sendBefore)) {
                throw new TooLate(departure.sendBefore);
            }
            return onceOnly(chain.proceed(chain.request()));
        };
    }

    /** The client itself repeats a 503 that says "at once". */
    private static Response onceOnly(Response response) {
        boolean wouldBeRepeated = response.code() == 503 && "0".equals(response.header("Retry-After"));
        return wouldBeRepeated ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }

    static final EventListener WATCH = new EventListener() {

        @Override
        public void requestHeadersStart(Call call) {
            call.request().tag(Departure.class).left = true;
        }
    };
}
