package dev.atelier.embedded.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks a script in {@code tools/} for the path of a program, which it fetches where there is none. */
public final class Tool {
    private final Path script;
    private final Map<String, String> environment;

    public Tool(Path checkout, String name, Map<String, String> environment) {
        this.script = checkout.resolve("tools").resolve(name);
        this.environment = environment;
    }

    public Answer find() {
        try {
            ProcessBuilder builder = new ProcessBuilder(script.toString())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process asked = builder.start();
            // An ending demo must not leave a download behind.
            Thread ender = new Thread(() -> end(asked));
            Runtime.getRuntime().addShutdownHook(ender);
            String path = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            String complaint = new String(asked.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = asked.waitFor();
            forget(ender);
            return status == 0
                    ? new Found(Path.of(path))
                    : new None(complaint.replaceAll("(?m)^tools/" + script.getFileName() + ": ", ""));
        } catch (IOException e) {
            return new None(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new None("interrupted");
        }
    }

    private static void end(Process asked) {
        asked.destroy();
        try {
            asked.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException finishedMeanwhile) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            hook.interrupt();
        }
    }

    public sealed interface Answer {
    }

    public record Found(Path path) implements Answer {
    }

    public record None(String because) implements Answer {
    }
}
