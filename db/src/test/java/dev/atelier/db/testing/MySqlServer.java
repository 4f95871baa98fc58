package dev.atelier.db.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Real MySQL, as {@code tools/mysql-server} finds or fetches it: one server for all tests of a JVM. A build that cannot
 * have one fails; {@code -Datelier.test.mysql=none} leaves it out on purpose, {@code ATELIER_TEST_MYSQL=jdbc:mysql://…}
 * (user root, no password) names one that runs already.
 */
final class MySqlServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static MySqlFamily server;
    private static RuntimeException broken;

    private MySqlServer() {
    }

    static synchronized MySqlFamily server() {
        Assumptions.assumeFalse("none".equals(System.getProperty("atelier.test.mysql")),
                "MySQL is left out: -Datelier.test.mysql=none");
        if (broken != null) {
            throw broken;
        }
        if (server == null) {
            String given = System.getenv("ATELIER_TEST_MYSQL");
            try {
                server = new MySqlFamily(given == null ? start() : given);
            } catch (RuntimeException trouble) {
                // Each class would wait as long again for the same trouble.
                broken = trouble;
                throw trouble;
            }
        }
        return server;
    }

    private static String start() {
        try {
            String mysqld = tool();
            Path folder = Files.createTempDirectory(fast(), "atelier-mysql");
            Path log = folder.resolve("log");
            List<String> settings = settings(folder.resolve("data"));
            run(log, words(mysqld, settings, "--initialize-insecure", "--innodb-redo-log-capacity=64M"));
            int port = freePort();
            Process process = guarded(folder, log, words(mysqld, settings, "--port=" + port,
                    "--bind-address=127.0.0.1", "--socket=", "--mysqlx=OFF",
                    "--max-connections=300", "--skip-log-bin", "--performance-schema=OFF",
                    "--innodb-redo-log-capacity=64M", "--innodb-flush-log-at-trx-commit=0"));
            String address = "jdbc:mysql://127.0.0.1:" + port;
            await(process, address, log);
            return address;
        } catch (IOException broken) {
            throw new UncheckedIOException("real MySQL does not start", broken);
        }
    }

    /** Where data is thrown away anyhow, it need not reach a disk. */
    private static Path fast() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) && memory.toFile().getUsableSpace() > 1L << 30
                ? memory
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static List<String> settings(Path data) {
        List<String> settings = new ArrayList<>(List.of("--datadir=" + data, "--innodb-flush-method=nosync",
                "--innodb-doublewrite=OFF"));
        if ("root".equals(System.getProperty("user.name"))) {
            settings.add("--user=root");
        }
        return settings;
    }

    private static List<String> words(String mysqld, List<String> settings, String... more) {
        return Stream.of(List.of(mysqld, "--no-defaults"), settings, List.of(more)).flatMap(List::stream).toList();
    }

    /** The server ends when this JVM does, however it ends: the shell beside it sees its input close. */
    private static Process guarded(Path folder, Path log, List<String> command) throws IOException {
        Process server = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        new ProcessBuilder("sh", "-c", "read -r end; kill -KILL $0; rm -rf \"$1\"", String.valueOf(server.pid()),
                folder.toString()).start();
        return server;
    }

    private static void run(Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(Files.readString(log));
        }
    }

    private static void await(Process process, String address, Path log) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!MySqlFamily.answers(address)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IOException("not ready: " + (Files.exists(log) ? Files.readString(log) : "it ended"));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static String tool() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isExecutable(here.resolve("tools/mysql-server"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IOException("tools/mysql-server is not above " + Path.of("").toAbsolutePath());
        }
        Process asked = new ProcessBuilder(here.resolve("tools/mysql-server").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String path = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (asked.onExit().join().exitValue() != 0) {
            throw new IOException("tools/mysql-server has none, see above;"
                    + " -Datelier.test.mysql=none leaves MySQL out on purpose");
        }
        return path;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
