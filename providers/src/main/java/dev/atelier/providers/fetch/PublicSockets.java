package dev.atelier.providers.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

import javax.net.SocketFactory;

/** Sockets that connect to public addresses alone: check and connect see the same address, so rebinding has no gap. */
final class PublicSockets extends SocketFactory {

    private final boolean allowPrivate;

    PublicSockets(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
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
                if (!allowPrivate && !(to instanceof InetSocketAddress address && address.getAddress() != null
                        && Addresses.isPublic(address.getAddress()))) {
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
