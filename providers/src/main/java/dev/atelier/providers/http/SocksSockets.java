package dev.atelier.providers.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

import javax.net.SocketFactory;

import dev.atelier.domain.account.ProxyAddress;

/**
 * Sockets through a SOCKS5 proxy (RFC 1928, 1929). Java's own know one login for the whole process; here each account
 * has its own.
 */
final class SocksSockets extends SocketFactory {

    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int BY_LOGIN = 2;
    private static final int BY_NAME = 3;

    private final ProxyAddress proxy;

    SocksSockets(ProxyAddress proxy) {
        this.proxy = proxy;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress target, int timeout) throws IOException {
                super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
                int patience = getSoTimeout();
                setSoTimeout(timeout);
                lead(this, (InetSocketAddress) target);
                setSoTimeout(patience);
            }
        };
    }

    private void lead(Socket socket, InetSocketAddress target) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        int method = proxy.user() == null ? NO_LOGIN : BY_LOGIN;
        out.write(new byte[]{VERSION, 1, (byte) method});
        expect(in.readUnsignedByte() == VERSION && in.readUnsignedByte() == method, "takes no such login");
        if (method == BY_LOGIN) {
            out.writeByte(1);
            word(out, proxy.user());
            word(out, proxy.password());
            expect(in.readUnsignedByte() == 1 && in.readUnsignedByte() == 0, "refuses the login");
        }
        out.write(new byte[]{VERSION, 1, 0, BY_NAME});
        word(out, target.getHostString());
        out.writeShort(target.getPort());
        expect(in.readUnsignedByte() == VERSION && in.readUnsignedByte() == 0, "cannot reach the provider");
        in.readUnsignedByte();
        int bound = switch (in.readUnsignedByte()) {
            case 1 -> 4;
            case BY_NAME -> in.readUnsignedByte();
            case 4 -> 16;
            default -> throw new IOException("the proxy speaks no SOCKS5");
        };
        in.readFully(new byte[bound + 2]);
    }

    private static void word(DataOutputStream out, String word) throws IOException {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        expect(bytes.length <= 255, "has no room for so long a name");
        out.writeByte(bytes.length);
        out.write(bytes);
    }

    private static void expect(boolean said, String otherwise) throws IOException {
        if (!said) {
            throw new IOException("the proxy " + otherwise);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("a client makes its sockets first and connects them then");
    }
}
