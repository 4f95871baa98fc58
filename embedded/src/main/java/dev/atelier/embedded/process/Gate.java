package dev.atelier.embedded.process;

import dev.atelier.embedded.place.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * One at a time through here, over all processes: starting a part and closing the house exclude each other, so that no
 * part is started behind the back of an ending demo.
 */
public final class Gate {
    private final Path lock;
    private final Path closed;

    public Gate(Path run) {
        this.lock = Folders.made(run).resolve("gate.lock");
        this.closed = run.resolve("closed");
    }

    public synchronized <T> T pass(Supplier<T> work) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assert held.isValid();
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void close() {
        pass(() -> {
            try {
                return Files.writeString(closed, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public void open() {
        pass(() -> {
            Folders.forget(closed);
            return closed;
        });
    }

    public boolean isClosed() {
        return Files.exists(closed);
    }
}
