package dev.atelier.embedded.process;

import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code NAME.pid} holds the id of the process itself. Systems give ids to other programs again, so beside it
 * {@code NAME.born} holds id and start time: only a process that has both is taken for ours.
 */
public final class PidFiles {
    /** Start times are derived from the boot time, which each JVM computes anew. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path run;

    public PidFiles(Path run) {
        this.run = run;
    }

    public void write(String name, ProcessHandle process) {
        long born = process.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        PrivateFile.write(run.resolve(name + ".born"), process.pid() + " " + born + "\n");
        PrivateFile.write(run.resolve(name + ".pid"), process.pid() + "\n");
    }

    /** The process of this name, if it is still the one that was started and still runs. */
    public Optional<ProcessHandle> living(String name) {
        Path file = run.resolve(name + ".born");
        if (!Files.exists(file))
            return Optional.empty();
        String[] words = PrivateFile.read(file).strip().split(" ");
        Instant born = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0])).filter(Zombies::runs)
                .filter(process -> sameBirth(process, born));
    }

    public List<String> names() {
        return Folders.inside(run).stream().map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".born") && !name.startsWith("."))
                .map(name -> name.substring(0, name.length() - ".born".length())).toList();
    }

    public void forget(String name) {
        Folders.forget(run.resolve(name + ".pid"));
        Folders.forget(run.resolve(name + ".born"));
    }

    private static boolean sameBirth(ProcessHandle process, Instant born) {
        return process.info().startInstant()
                .map(start -> Duration.between(start, born).abs().compareTo(TOLERANCE) <= 0).orElse(false);
    }
}
