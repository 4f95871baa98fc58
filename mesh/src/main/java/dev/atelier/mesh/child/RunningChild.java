package dev.atelier.mesh.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.atelier.mesh.problem.Problem;

/**
 * Runs one task in a process of its own, so that neither a crash nor a bomb within it harms anybody else. Whoever
 * interrupts the calling thread, or says stop, ends the child at once.
 */
public final class RunningChild {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("child-watch").factory());
    private static final int LONGEST_LINE = 2000;

    private final ChildLimits limits;

    public RunningChild(ChildLimits limits) {
        this.limits = limits;
    }

    /** Told what a child does while it runs; asked every 100 ms whether it should go on. */
    public interface Watcher {

        void progress(int percent);

        default boolean goOn() {
            return true;
        }
    }

    /** @param folder of this task alone; whoever made it removes it @throws IOException when no process can be begun */
    public Outcome run(Task task, Path folder, Watcher watcher) throws IOException {
        Path parameters = Files.writeString(folder.resolve("parameters.json"), task.parameters());
        List<String> words = new ArrayList<>(List.of(task.operation(), parameters.toString(),
                task.source().toAbsolutePath().toString(), folder.toAbsolutePath().toString()));
        words.add(task.high() == null ? ChildMain.NONE : task.high().toAbsolutePath().toString());
        words.add(task.studio() == null ? ChildMain.NONE : task.studio().toString());
        List<String> command = ChildCommand.of(limits, folder, words);
        long begun = System.nanoTime();
        Process child = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(folder.resolve("said.txt").toFile()).start();
        AtomicBoolean late = new AtomicBoolean();
        AtomicBoolean stopped = new AtomicBoolean();
        ScheduledFuture<?> watch = CLOCK.scheduleWithFixedDelay(() -> {
            late.compareAndSet(false, System.nanoTime() - begun > limits.time().toNanos());
            stopped.compareAndSet(false, !watcher.goOn());
            if (late.get() || stopped.get()) {
                end(child);
            }
        }, 100, 100, TimeUnit.MILLISECONDS);
        String last = "";
        try {
            last = listen(child, watcher);
            int status = child.waitFor();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return stopped.get()
                    ? new Outcome.Failed(Problem.CANCELED, "ended from outside", false, took)
                    : late.get()
                            ? new Outcome.Failed(Problem.TIMEOUT, "not done within " + limits.time().toSeconds()
                                    + " s: simplify the model first", false, took)
                            : Ending.of(status, last, folder, took);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(Problem.CANCELED, "ended from outside", false,
                    Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            watch.cancel(false);
            end(child);
        }
    }

    /** With what it has begun itself. */
    private static void end(Process child) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly();
    }

    /** The last line that is no progress. */
    private static String listen(Process child, Watcher watcher) throws IOException {
        String last = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("progress ")) {
                    watcher.progress(Integer.parseInt(line.substring(9)));
                } else {
                    last = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
                }
            }
        } catch (IOException closed) {
            // The child was ended while it spoke: how it ended tells the rest.
            return last;
        }
        return last;
    }
}
