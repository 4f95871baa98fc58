package dev.atelier.activities.job;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes at most so many bytes: what does not fit into memory is refused while it comes, not after. */
final class Bounded extends FilterOutputStream {

    private long left;

    Bounded(OutputStream target, long most) {
        super(target);
        this.left = most;
    }

    @Override
    public void write(int one) throws IOException {
        take(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        take(length);
        out.write(bytes, from, length);
    }

    private void take(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException("the input images are together too large");
        }
    }
}
