package dev.atelier.activities.mesh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.atelier.mesh.child.RunningChild;

/**
 * A program that is not ours on a file that nobody vouches for: the kernel limits its address space, its processor time
 * and what it writes; it is ended when it takes too long or nobody waits any more.
 */
final class RunningTool {

    private static final int MOST_SAID = 64 << 10;
    private static final String LIMITS = "ulimit -v 6291456; ulimit -t 120; ulimit -f 524288; ulimit -c 0; exec \"$@\"";

    private RunningTool() {
    }

    /** @param said the beginning of what it told, messages and answers together */
    record Ran(int status, String said, boolean late, boolean stopped, Duration took) {
    }

    /** @param folder its own, where it runs @throws IOException when it cannot be begun */
    static Ran run(List<String> command, Path folder, Duration longest, RunningChild.Watcher watcher)
            throws IOException {
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", LIMITS, "sh"));
        limited.addAll(command);
        Path said = folder.resolve("tool-said.txt");
        long begun = System.nanoTime();
        Process tool = new ProcessBuilder(limited).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(said.toFile()).start();
        boolean late = false;
        boolean stopped = false;
        try {
            while (!tool.waitFor(100, TimeUnit.MILLISECONDS)) {
                late = System.nanoTime() - begun > longest.toNanos();
                stopped = !watcher.goOn();
                if (late || stopped) {
                    tool.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            tool.destroyForcibly();
        }
        return new Ran(stopped || late ? -1 : tool.exitValue(), beginning(said), late, stopped,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private static String beginning(Path said) throws IOException {
        try (InputStream bytes = Files.newInputStream(said)) {
            return new String(bytes.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
        }
    }
}
