package dev.atelier.providers.fetch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** For addresses that came from outside: no redirects by itself, no credentials, no proxy, nothing beyond its reach. */
final class UntrustedClient {

    private UntrustedClient() {
    }

    static OkHttpClient of(Reach reach, Duration deadline) {
        return new OkHttpClient.Builder().socketFactory(new OpenSockets(reach.open())).dns(reach.names())
                .proxy(java.net.Proxy.NO_PROXY).followRedirects(false).followSslRedirects(false)
                .retryOnConnectionFailure(false).protocols(List.of(Protocol.HTTP_1_1))

                // A kept connection that the other side has just closed would be a failed try.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30)).writeTimeout(Duration.ofSeconds(30)).callTimeout(deadline).build();
    }
}
