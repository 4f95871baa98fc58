package dev.atelier.embedded.process;

import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * All it takes to start a part again from any shell: kept on disk, for its owner only, since the environment holds keys.
 *
 * @param environment the whole of it, so that another shell's settings change nothing
 * @param ready       what answers when the part is ready: an http, tcp or jdbc address
 * @param stop        the signal by which it ends in order
 */
public record Launch(String part, List<String> command, Map<String, String> environment, String directory, String log,
        String ready, String stop) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDING = ".launch.json";

    public void keepIn(Path run) {
        PrivateFile.write(run.resolve(part + ENDING), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    public static Optional<Launch> keptIn(Path run, String part) {
        Path file = run.resolve(part + ENDING);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(PrivateFile.read(file), Launch.class))
                : Optional.empty();
    }

    /** The parts that can be started in this run. */
    public static List<String> partsIn(Path run) {
        return Folders.inside(run).stream().map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                .map(name -> name.substring(0, name.length() - ENDING.length())).toList();
    }

    public static void forgetAllIn(Path run) {
        partsIn(run).forEach(part -> Folders.forget(run.resolve(part + ENDING)));
    }

    @Override
    public String toString() {
        return "Launch[" + part + "]";
    }
}
