package dev.atelier.providers.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses are out in the public internet. Every IPv6 form that carries an IPv4 address is refused. */
public final class Addresses {

    private static final List<Block> CLOSED = List.of(block("0.0.0.0/8"), block("10.0.0.0/8"), block("100.64.0.0/10"),
            block("127.0.0.0/8"), block("169.254.0.0/16"), block("172.16.0.0/12"), block("192.0.0.0/24"),
            block("192.0.2.0/24"),
            block("192.88.99.0/24"), block("192.168.0.0/16"), block("198.18.0.0/15"), block("198.51.100.0/24"),
            block("203.0.113.0/24"), block("224.0.0.0/4"), block("240.0.0.0/4"),
            // The host agent of one large cloud answers on a public address.
            block("168.63.129.16/32"), block("::/96"), block("::ffff:0:0/96"), block("64:ff9b::/96"),
            block("64:ff9b:1::/48"),
            block("100::/64"), block("100:0:0:1::/64"), block("2001::/23"), block("2001:db8::/32"), block("2002::/16"),
            block("3fff::/20"), block("5f00::/16"), block("fc00::/7"), block("fe80::/10"), block("fec0::/10"),
            block("ff00::/8"));

    private Addresses() {
    }

    private record Block(byte[] network, int bits) {

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (address instanceof Inet4Address || address instanceof Inet6Address)
                && CLOSED.stream().noneMatch(block -> block.holds(bytes));
    }

    private static Block block(String network) {
        String[] parts = network.split("/");
        try {
            byte[] read = InetAddress.getByName(parts[0]).getAddress();
            // Java reads a mapped address as IPv4; here the IPv6 form itself is meant.
            byte[] bytes = parts[0].contains(":") && read.length == 4 ? mapped() : read;
            return new Block(bytes, Integer.parseInt(parts[1]));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(network, impossible);
        }
    }

    private static byte[] mapped() {
        byte[] bytes = new byte[16];
        Arrays.fill(bytes, 10, 12, (byte) 0xff);
        return bytes;
    }
}
