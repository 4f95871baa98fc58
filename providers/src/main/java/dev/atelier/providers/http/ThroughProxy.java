package dev.atelier.providers.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;

import dev.atelier.domain.account.ProxyAddress;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** Leads a client's connections through one proxy, which also looks names up: none of them is asked for here. */
final class ThroughProxy {

    private static final String LOGIN = "Proxy-Authorization";

    private ThroughProxy() {
    }

    static OkHttpClient.Builder lead(OkHttpClient.Builder client, ProxyAddress proxy) {
        return proxy.scheme().equals("socks5")
                ? client.proxy(Proxy.NO_PROXY).socketFactory(new SocksSockets(proxy)).dns(nowhere())
                : throughHttp(client, proxy);
    }

    private static OkHttpClient.Builder throughHttp(OkHttpClient.Builder client, ProxyAddress proxy) {
        client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        if (proxy.user() == null) {
            return client;
        }
        String login = Credentials.basic(proxy.user(), proxy.password());
        // For a tunnel, before the provider is asked for anything; a login that was refused is not tried again.
        Authenticator once = (route, response) -> response.request().header(LOGIN) != null
                || !response.request().method().equals("CONNECT")
                        ? null
                        : response.request().newBuilder().header(LOGIN, login).build();
        // What goes in clear has no tunnel, and must not be sent twice to learn that a login is wanted.
        return client.proxyAuthenticator(once).addNetworkInterceptor(chain -> chain.proceed(chain.request().isHttps()
                ? chain.request()
                : chain.request().newBuilder().header(LOGIN, login).build()));
    }

    /** Keeps the name and looks nothing up. */
    private static Dns nowhere() {
        return name -> {
            try {
                return List.of(InetAddress.getByAddress(name, new byte[4]));
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("four bytes are an address", impossible);
            }
        };
    }
}
