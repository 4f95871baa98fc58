package dev.atelier.activities.mesh;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where child processes work: a folder of this process alone. A lock that the kernel lets go with the process tells the
 * others when its owner is gone, however it went; what it left is then deleted by whoever comes next.
 */
public final class Scratch {

    private static final Logger log = LoggerFactory.getLogger(Scratch.class);
    private static final String PREFIX = "atelier-scratch-";
    private static final String LOCK = ".lock";

    private final Path root;
    private Path own;
    /** Never closed: held as long as the process lives. */
    private FileChannel holding;

    /** @param root may be shared by several processes of this machine */
    public Scratch(Path root) {
        this.root = root.toAbsolutePath();
    }

    TaskFolder folder() throws IOException {
        Path mine = own();
        sweep(mine);
        return new TaskFolder(Files.createTempDirectory(mine, "task-"));
    }

    private synchronized Path own() throws IOException {
        if (own == null) {
            Files.createDirectories(root);
            Path lock = Files.createTempFile(root, PREFIX, LOCK);
            holding = FileChannel.open(lock, StandardOpenOption.WRITE);
            holding.lock();
            Path folder = folderOf(lock);
            Files.createDirectory(folder);
            lock.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            own = folder;
        }
        return own;
    }

    private void sweep(Path mine) {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(root, PREFIX + "*" + LOCK)) {
            for (Path lock : locks) {
                if (!folderOf(lock).equals(mine)) {
                    forgetIfLeft(lock);
                }
            }
        } catch (IOException later) {
            log.warn("cannot look for what others left in {}: {}", root, later.toString());
        }
    }

    private static void forgetIfLeft(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock left = channel.tryLock()) {
            if (left != null) {
                new TaskFolder(folderOf(lock)).close();
                Files.deleteIfExists(lock);
            }
        } catch (OverlappingFileLockException | IOException notNow) {
            // Another of this process, or one that is just being deleted by somebody else.
            log.debug("{} stays: {}", lock, notNow.toString());
        }
    }

    private static Path folderOf(Path lock) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }
}
