package dev.atelier.faults.road;

import java.io.IOException;
import java.net.Socket;

/** One connection through a {@link Proxy}: two sockets and what goes between them. */
final class Link {
    private static final int PIECE = 16 << 10;

    private final Socket client;
    private final Socket server;
    private final Sky sky;

    Link(Socket client, Socket server, Sky sky) {
        this.client = client;
        this.server = server;
        this.sky = sky;
    }

    /** Until both directions have ended. */
    void carry() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread there = Thread.ofVirtual().start(() -> pump(client, server));
        pump(server, client);
        try {
            there.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(client);
        close(server);
    }

    void reset() {
        slam(client);
        slam(server);
    }

    void halfClose() {
        try {
            if (!client.isOutputShutdown())
                client.shutdownOutput();
        } catch (IOException gone) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            for (int length = from.getInputStream().read(piece); length >= 0; length = from.getInputStream()
                    .read(piece))
                sky.carry(piece, length, to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without lingering, the other side gets RST instead of an orderly end. */
    private static void slam(Socket socket) {
        try {
            if (!socket.isClosed())
                socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // Then it needs no reset any more.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed for whoever held it.
        }
    }
}
