package dev.atelier.providers.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;

import javax.net.SocketFactory;

/** Sockets that connect to open addresses alone: check and connect see the same address, so rebinding has no gap. */
final class OpenSockets extends SocketFactory {

    private final Predicate<InetAddress> open;

    OpenSockets(Predicate<InetAddress> open) {
        this.open = open;
    }

    static final class NotPublic extends IOException {

        NotPublic(String message) {
            super(message);
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {

            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                if (!(to instanceof InetSocketAddress address && address.getAddress() != null
                        && open.test(address.getAddress()))) {
                    throw new NotPublic("not a public address");
                }
                super.connect(to, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("connected sockets are not made here");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }
}
