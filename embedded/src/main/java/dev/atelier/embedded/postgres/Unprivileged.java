package dev.atelier.embedded.postgres;

import dev.atelier.embedded.CannotStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular. */
final class Unprivileged {
    private Unprivileged() {
    }

    static List<String> command(List<String> command) {
        if (!System.getProperty("user.name").equals("root") || System.getProperty("os.name").startsWith("Mac"))
            return command;
        if (!works("unshare", "-U", "true"))
            throw new CannotStart(
                    "PostgreSQL does not run as root and this machine has no user namespaces (unshare -U);"
                            + " run ./demo as an ordinary user, or in Docker with --user 1000 or --cap-add SYS_ADMIN");
        List<String> words = new ArrayList<>(List.of("unshare", "-U"));
        words.addAll(command);
        return words;
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
