package dev.atelier.activities;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.atelier.providers.fetch.Addresses;
import dev.atelier.providers.fetch.Reach;
import okhttp3.Dns;

/**
 * The internet and what lies behind it, on one machine: 127.0.0.77 stands for a public host, 127.0.0.1 is the one
 * that nobody may be led to. Everything else is what it is.
 */
final class Outside implements AutoCloseable {

    static final String SECRET = "root:x:0:0:the secret of the house";
    private static final int ANOTHER_PORT = 6379;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final InetAddress open = InetAddress.getByName("127.0.0.77");
    private final HttpServer host = HttpServer.create(new InetSocketAddress(open, 0), 0);
    private final HttpServer inside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final Map<String, List<InetAddress>> names = new HashMap<>();

    Outside() throws IOException {
        InetAddress closed = InetAddress.getByName("127.0.0.1");
        names.put("inside.example", List.of(closed));
        names.put("mixed.example", List.of(closed, open));
        names.put("mapped.example", List.of(of("00000000000000000000ffff7f000001")));
        names.put("compatible.example", List.of(of("0000000000000000000000007f000001")));
        names.put("nat64.example", List.of(of("0064ff9b00000000000000007f000001")));
        names.put("metadata.example", List.of(InetAddress.getByName("169.254.169.254")));
        host.createContext("/", this::hostAnswers);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            answer(exchange, 200, SECRET.getBytes(StandardCharsets.UTF_8));
        });
        for (HttpServer server : List.of(host, inside)) {
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
        }
    }

    /** As Java never makes them itself: it reads a mapped address as the IPv4 it carries. */
    private static InetAddress of(String hex) throws UnknownHostException {
        return java.net.Inet6Address.getByAddress(null, HexFormat.of().parseHex(hex), -1);
    }

    Reach reach() {
        Dns system = Dns.SYSTEM;
        return new Reach(address -> address.equals(open) || Addresses.isPublic(address),
                Set.of(host.getAddress().getPort(), inside.getAddress().getPort(), 80, 443),
                name -> name.equals("rebinding.example")
                        ? List.of(lookUps.getAndIncrement() == 0 ? open : InetAddress.getByName("127.0.0.1"))
                        : names.containsKey(name) ? names.get(name) : system.lookup(name));
    }

    /** {@code OPEN} is the public host, {@code :PORT} the port of the one inside, {@code :HERE} that of the public one. */
    String address(String of) {
        return of.replace("OPEN", "127.0.0.77:HERE").replace(":HERE", ":" + host.getAddress().getPort())
                .replace(":PORT", ":" + inside.getAddress().getPort()).replace(":OTHER", ":" + ANOTHER_PORT);
    }

    int askedInside() {
        return asked.get();
    }

    void forgetLookUps() {
        lookUps.set(0);
    }

    private void hostAnswers(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        switch (uri.getPath()) {
            case "/to" -> redirect(exchange, URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8));
            case "/chain" -> {
                int left = Integer.parseInt(uri.getQuery());
                redirect(exchange, left == 0 ? "/picture" : "/chain?" + (left - 1));
            }
            case "/bomb" -> {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                answer(exchange, 200, new byte[200_000]);
            }
            case "/endless" -> pour(exchange, 64 * 1024, 0);
            case "/drip" -> pour(exchange, 1, 200);
            case "/text" -> answer(exchange, 200, "not a picture".getBytes(StandardCharsets.UTF_8));
            default -> answer(exchange, 200, FakeProvider.PIXEL);
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        answer(exchange, 302, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Until the other side has had enough. */
    private static void pour(HttpExchange exchange, int bytes, long pause) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int times = 0; times < 10_000; times++) {
                body.write(new byte[bytes]);
                body.flush();
                Thread.sleep(pause);
            }
        } catch (IOException | InterruptedException enough) {
            exchange.close();
        }
    }

    @Override
    public void close() {
        host.stop(0);
        inside.stop(0);
    }
}
