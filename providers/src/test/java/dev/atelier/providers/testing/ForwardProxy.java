package dev.atelier.providers.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A small real proxy on loopback that speaks HTTP and SOCKS5 on one port and wants a login. Whatever name it is asked
 * for, it goes to 127.0.0.1; a tunnel it refuses.
 */
public final class ForwardProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String login;
    /** Where it was asked to go, as {@code host:port}. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<String> logins = new CopyOnWriteArrayList<>();

    /** @param login {@code user:password}; null: none is wanted */
    public ForwardProxy(String login) {
        this.login = login;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            int first = in.readUnsignedByte();
            if (first == 5) {
                socks(client, in);
            } else {
                http(client, in, first);
            }
        } catch (IOException gone) {
            // The client sees it.
        }
    }

    private void socks(Socket client, DataInputStream in) throws IOException {
        OutputStream out = client.getOutputStream();
        in.readFully(new byte[in.readUnsignedByte()]);
        out.write(new byte[]{5, (byte) (login == null ? 0 : 2)});
        if (login != null) {
            in.readUnsignedByte();
            String given = word(in) + ":" + word(in);
            logins.add(given);
            out.write(new byte[]{1, (byte) (given.equals(login) ? 0 : 1)});
            if (!given.equals(login)) {
                return;
            }
        }
        in.readFully(new byte[4]);
        String host = word(in);
        int port = in.readUnsignedShort();
        asked.add(host + ":" + port);
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            out.write(new byte[]{5, 0, 0, 1, 127, 0, 0, 1, 0, 1});
            pipe(client, in, target);
        }
    }

    private void http(Socket client, InputStream in, int first) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(first);
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        List<String> lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
        String given = lines.stream().filter(line -> line.startsWith("Proxy-Authorization: Basic "))
                .map(line -> new String(Base64.getDecoder().decode(line.substring(27)), StandardCharsets.ISO_8859_1))
                .findFirst().orElse(null);
        String[] request = lines.getFirst().split(" ");
        if (given != null) {
            logins.add(given);
        }
        if (login != null && !login.equals(given)) {
            answer(client, "407 Proxy Authentication Required");
        } else if (request[0].equals("CONNECT")) {
            asked.add(request[1]);
            answer(client, "502 Bad Gateway");
        } else {
            URI at = URI.create(request[1]);
            asked.add(at.getHost() + ":" + at.getPort());
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
                String on = request[0] + " " + at.getRawPath() + " HTTP/1.1\r\nConnection: close\r\n"
                        + String.join("\r\n", lines.subList(1, lines.size()).stream()
                                .filter(line -> !line.startsWith("Proxy-") && !line.startsWith("Connection")).toList())
                        + "\r\n";
                target.getOutputStream().write(on.getBytes(StandardCharsets.ISO_8859_1));
                pipe(client, in, target);
            }
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status
                + "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void pipe(Socket client, InputStream in, Socket target) throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                in.transferTo(target.getOutputStream());
            } catch (IOException gone) {
                // The other direction ends, too.
            }
        });
        target.getInputStream().transferTo(client.getOutputStream());
    }

    private static String word(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedByte()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
