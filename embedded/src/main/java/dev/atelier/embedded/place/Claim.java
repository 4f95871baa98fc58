package dev.atelier.embedded.place;

import dev.atelier.embedded.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One demo a checkout. The lock falls with the process that holds it, however it ends. */
public final class Claim {
    private final FileLock lock;

    private Claim(FileLock lock) {
        this.lock = lock;
    }

    public static Claim on(Place place) {
        Path pid = place.run().resolve("demo.pid");
        Claim claim = attempt(place);
        if (claim == null)
            throw new CannotStart("a demo already runs here (process " + textOf(pid)
                    + ", see var/demo.env); end it first: kill " + textOf(pid));
        PrivateFile.write(pid, ProcessHandle.current().pid() + "\n");
        return claim;
    }

    public static boolean isHeld(Place place) {
        Claim claim = attempt(place);
        if (claim == null)
            return true;
        claim.release();
        return false;
    }

    public void release() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Claim attempt(Place place) {
        try {
            Path file = Folders.made(place.run()).resolve("demo.lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null)
                channel.close();
            return lock == null ? null : new Claim(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path pid) {
        return Files.exists(pid) ? PrivateFile.read(pid).strip() : "unknown";
    }
}
