package dev.atelier.embedded.port;

import dev.atelier.embedded.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** Ports on loopback. One that a person relies on is kept or refused; the others move up to the next free one. */
public final class Ports {
    public static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final int TRIES = 200;

    private final Set<Integer> given = new HashSet<>();
    private final int above;

    public Ports() {
        this(0);
    }

    /** @param above added to every wanted port but the exact ones, so that two houses do not even touch */
    public Ports(int above) {
        this.above = above;
    }

    /** @param setting the environment variable that changes this port */
    public int exactly(int port, String setting) {
        if (free(port) && given.add(port))
            return port;
        throw new CannotStart("""
                port %1$d is taken by another program; choose another: %2$s=%3$d ./demo
                  who has it: ss -ltnp 'sport = :%1$d'   or: lsof -nP -iTCP:%1$d -sTCP:LISTEN"""
                .formatted(port, setting, port + 1));
    }

    public int from(int usual) {
        int wanted = usual + above;
        for (int port = wanted; port < wanted + TRIES && port <= 65535; port++)
            if (!given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
        throw new CannotStart(
                "no free port between " + wanted + " and " + (wanted + TRIES) + "; end some programs and try again");
    }

    private static boolean free(int port) {
        return !answers(port) && binds(port);
    }

    private static boolean binds(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Some systems let a second program bind loopback beside a wildcard listener: ask as a client would, too. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), 200);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
