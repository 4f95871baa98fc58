package dev.atelier.embedded.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ctrl-C reaches every process of the terminal's group at once, but a worker can only finish its step while the database
 * still runs. A session of its own keeps a part out of that; the id stays the part's, as each word execs the next.
 */
final class Detached {
    private Detached() {
    }

    static List<String> command(List<String> command) {
        List<String> words = new ArrayList<>();
        if (onPath("setsid").isPresent())
            words.add("setsid");
        else if (onPath("perl").isPresent())
            words.addAll(List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV or die"));
        words.addAll(command);
        return words;
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }
}
