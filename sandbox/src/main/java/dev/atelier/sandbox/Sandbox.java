package dev.atelier.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The sandbox as a process of its own: {@code --port N} (8090) and {@code --state DIR} (var/sandbox). */
public final class Sandbox {
    private Sandbox() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = 8090;
        Path state = Path.of("var", "sandbox");
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : usage();
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(value);
                case "--state" -> state = Path.of(value);
                default -> usage();
            }
        }
        SandboxServer server = SandboxServer.start(port, state);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ended.countDown();
        }, "sandbox-end"));
        System.out.println("Sandbox ready at " + server.url() + " (state in " + state.toAbsolutePath() + ")");
        ended.await();
    }

    private static String usage() {
        System.err.println("Usage: Sandbox [--port N] [--state DIR]");
        System.exit(2);
        throw new IllegalStateException("unreachable");
    }
}
