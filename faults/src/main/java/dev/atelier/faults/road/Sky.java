package dev.atelier.faults.road;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** Carries pieces as the weather lets it. */
final class Sky {
    private static final long A_BLINK = 20;

    private final Random jitter;
    private volatile Weather weather = Weather.CLEAR;

    Sky(long seed) {
        this.jitter = new Random(seed);
    }

    void turns(Weather next) {
        weather = next;
    }

    void carry(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
        Weather now = weather;
        while (now instanceof Weather.BlackHole) {
            Thread.sleep(A_BLINK);
            now = weather;
        }
        switch (now) {
            case Weather.Clear clear -> out.write(piece, 0, length);
            case Weather.Late late -> {
                Thread.sleep(late.latency().toMillis() + jitter.nextLong(late.jitter().toMillis() + 1));
                out.write(piece, 0, length);
            }
            case Weather.Sliced sliced -> slice(piece, length, out, sliced.bytes(), sliced.pause().toMillis(), now);
            case Weather.Slow slow -> slice(piece, length, out, Math.max(1, slow.bytesPerSecond() / 20), 50, now);
            case Weather.BlackHole hole -> throw new IllegalStateException("left above");
        }
        out.flush();
    }

    /** What is left of a piece when the weather turns goes on at once. */
    private void slice(byte[] piece, int length, OutputStream out, int bytes, long pause, Weather began)
            throws IOException, InterruptedException {
        int at = 0;
        while (at < length) {
            int size = weather == began ? Math.min(bytes, length - at) : length - at;
            out.write(piece, at, size);
            out.flush();
            at += size;
            if (weather == began)
                Thread.sleep(pause);
        }
    }
}
