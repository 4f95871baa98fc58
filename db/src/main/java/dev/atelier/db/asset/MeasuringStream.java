package dev.atelier.db.asset;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what passes, and lets no more pass than may be kept. */
final class MeasuringStream extends FilterOutputStream {

    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest md5 = digest("MD5");
    private final long limit;
    private long bytes;

    MeasuringStream(OutputStream target, long limit) {
        super(target);
        this.limit = limit;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        if (bytes + length > limit) {
            throw new FileTooLarge(limit);
        }
        out.write(buffer, offset, length);
        sha256.update(buffer, offset, length);
        md5.update(buffer, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** Hex; may be asked once. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Hex; may be asked once. */
    String md5() {
        return HexFormat.of().formatHex(md5.digest());
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no " + name, missing);
        }
    }
}
