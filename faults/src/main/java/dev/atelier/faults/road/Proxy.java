package dev.atelier.faults.road;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A road between two processes of this machine, on which weather and accidents can be ordered. */
public final class Proxy implements Closeable {
    private static final int BACKLOG = 512;
    private static final int CONNECT_MILLIS = 5_000;

    private final ServerSocket door;
    private final int target;
    private final Sky sky;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();

    /**
     * @param port   to listen on, 0 for any free one
     * @param target port on loopback
     * @param seed   of the jitter
     */
    public Proxy(int port, int target, long seed) {
        this.target = target;
        this.sky = new Sky(seed);
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("road to " + target).start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** For connections that are open and those to come, until it changes. */
    public void weather(Weather weather) {
        sky.turns(weather);
    }

    /** Both ends of every open connection get a reset, as from a machine that fell over. */
    public void reset() {
        links.forEach(Link::reset);
    }

    /** Every open connection ends in one direction: clients read the end of the stream, but may still write. */
    public void halfClose() {
        links.forEach(Link::halfClose);
    }

    /** Connections so far; tells whether anybody takes this road at all. */
    public long accepted() {
        return accepted.get();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sky.turns(Weather.CLEAR);
        reset();
    }

    private void accept() {
        while (!door.isClosed())
            try {
                Socket client = door.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        Link link = new Link(client, server, sky);
        links.add(link);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            link.carry();
        } catch (IOException nobodyThere) {
            link.reset();
        } finally {
            links.remove(link);
        }
    }
}
