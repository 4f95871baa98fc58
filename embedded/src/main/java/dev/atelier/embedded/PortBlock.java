package dev.atelier.embedded;

import dev.atelier.embedded.port.Ports;
import java.io.IOException;
import java.net.ServerSocket;

/**
 * Two builds on one machine must not take a port that the other's killed worker has just left. Whoever holds the first
 * port of a block owns the block, until its process ends.
 */
final class PortBlock {
    private static final int FIRST = 20_700;
    /** With at most seven blocks so far apart, no usual port of one falls near that of another. */
    private static final int APART = 100;
    private static final int BLOCKS = 7;
    private static final int GUARDS = 5_000;

    private static ServerSocket guard;
    private static int above;

    private PortBlock() {
    }

    /** What to add to each usual port; stays below the ports that systems give to outgoing connections. */
    static synchronized int above() {
        for (int block = 0; guard == null && block < BLOCKS; block++)
            take(FIRST + block * APART);
        if (guard == null)
            throw new IllegalStateException(BLOCKS + " testbeds run on this machine already");
        return above;
    }

    private static void take(int block) {
        try {
            guard = new ServerSocket(block + GUARDS, 1, Ports.LOOPBACK);
            above = block;
        } catch (IOException taken) {
            guard = null;
        }
    }
}
