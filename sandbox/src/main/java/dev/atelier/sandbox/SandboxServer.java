package dev.atelier.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.atelier.sandbox.account.Purses;
import dev.atelier.sandbox.callback.Calling;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.http.Door;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.result.Downloads;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Faults;
import dev.atelier.sandbox.script.Turns;
import dev.atelier.sandbox.web.OwnApi;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A provider to practise on, listening on 127.0.0.1 only. What it knows is kept in its state directory and outlives a
 * kill; two servers cannot share one.
 */
public final class SandboxServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    static {
        // A client that finds its idle connection closed cannot tell whether a paid request was read: keep them open.
        setUnlessSet("sun.net.httpserver.idleInterval", "3600");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "10000");
        // Headers and body are two writes; waiting for the other side in between costs 40 ms.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("java.awt.headless", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final String url;
    private final StateLock lock;
    private final List<Closeable> state;

    private SandboxServer(HttpServer http, ExecutorService threads, String url, StateLock lock,
            List<Closeable> state) {
        this.http = http;
        this.threads = threads;
        this.url = url;
        this.lock = lock;
        this.state = state;
    }

    /** @param port 0 for any free one */
    public static SandboxServer start(int port, Path stateDir) throws IOException {
        return start(port, stateDir, Clock.systemUTC());
    }

    static SandboxServer start(int port, Path stateDir, Clock clock) throws IOException {
        StateLock lock = StateLock.take(stateDir);
        try {
            HttpServer http = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
            String url = "http://127.0.0.1:" + http.getAddress().getPort();
            Journal journal = new Journal(stateDir.resolve("journal.jsonl"), clock);
            Faults faults = new Faults(stateDir.resolve("faults.jsonl"), clock);
            Turns turns = new Turns(stateDir.resolve("turns.jsonl"));
            Results results = new Results(stateDir.resolve("results.jsonl"), url);
            Purses purses = new Purses(stateDir.resolve("purses.jsonl"), clock);
            Calling calling = new Calling(journal, clock);
            Workshop workshop = new Workshop(stateDir, url, journal, faults, turns, results, purses, calling, clock);
            List<Protocol> protocols = Opening.all().stream().map(each -> each.in(workshop)).toList();
            http.createContext("/", new Door(new Rooms(
                    new OwnApi(journal, faults, purses, results, () -> Rooms.going(protocols)),
                    new Downloads(results, journal, faults, turns, clock), protocols)));
            List<Closeable> state = new ArrayList<>(List.of(calling, journal, faults, turns, results, purses));
            state.addAll(protocols);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            http.setExecutor(threads);
            http.start();
            return new SandboxServer(http, threads, url, lock, state);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Without a slash at the end, as in {@code http://127.0.0.1:8090}. */
    public String url() {
        return url;
    }

    /** Ends at once: requests still being answered lose their connection. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        try {
            for (Closeable each : state) {
                each.close();
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
