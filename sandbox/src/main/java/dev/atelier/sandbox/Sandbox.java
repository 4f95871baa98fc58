package dev.atelier.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The sandbox as a process of its own: {@code --port N} (8090) and {@code --state DIR} (var/sandbox). */
public final class Sandbox {
    private Sandbox() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        int port = 8090;
        Path state = Path.of("var", "sandbox");
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : Sandbox.<String>usage();
            switch (arguments[i]) {
                case "--port" -> port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : Sandbox.<Integer>usage();
                case "--state" -> state = Path.of(value);
                default -> usage();
            }
        }
        SandboxServer server = started(port, state);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ended.countDown();
        }, "sandbox-end"));
        System.out.println("Sandbox ready at " + server.url() + " (state in " + state.toAbsolutePath() + ")");
        ended.await();
    }

    private static SandboxServer started(int port, Path state) {
        try {
            return SandboxServer.start(port, state);
        } catch (IOException e) {
            return exit(1, "The sandbox cannot start on port " + port + ": " + e.getMessage());
        }
    }

    private static <T> T usage() {
        return exit(2, "Usage: Sandbox [--port N] [--state DIR]");
    }

    private static <T> T exit(int status, String message) {
        System.err.println(message);
        System.exit(status);
        throw new IllegalStateException("unreachable");
    }
}
