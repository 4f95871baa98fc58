package dev.atelier.embedded.postgres;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data directory and the programs that serve it. */
public record Cluster(Path programs, Path data, String user, String password) {
    /** Makes the data directory unless an earlier run did. */
    public void prepare() {
        if (Files.exists(data.resolve("PG_VERSION")))
            checkVersion();
        else
            create();
    }

    public List<String> command(int port) {
        return Unprivileged.command(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString(),
                "-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", "unix_socket_directories=",
                "-c", "max_connections=200", "-c", "log_min_messages=warning"));
    }

    /**
     * PostgreSQL itself sees through a lock file of a killed postmaster, unless its id now belongs to another program.
     */
    public static void forgetStaleLock(Path data) {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock))
            return;
        Optional<String> program = PrivateFile.read(lock).lines().findFirst().map(String::strip).map(Long::valueOf)
                .flatMap(ProcessHandle::of).flatMap(process -> process.info().command());
        if (program.isPresent() && !program.get().endsWith("/postgres"))
            Folders.forget(lock);
    }

    /** A half-made directory never gets the final name. */
    private void create() {
        Path draft = data.resolveSibling(data.getFileName() + ".new");
        Path secret = data.resolveSibling(data.getFileName() + ".password");
        Folders.made(data.getParent());
        PrivateFile.write(secret, password + "\n");
        try {
            initialise(draft, secret);
            Folders.forget(data);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new CannotStart("no database can be made in " + data + ": " + e.getMessage(), e);
        } finally {
            Folders.forget(secret);
        }
    }

    /** Trigram search reads Chinese only where the system's character types do, so plain C will not do. */
    private void initialise(Path draft, Path secret) throws IOException {
        IOException last = null;
        for (String letters : List.of("C.UTF-8", "en_US.UTF-8", "UTF-8")) {
            Folders.forget(draft);
            try {
                run(List.of(programs.resolve("bin/initdb").toString(), "-D", draft.toString(), "-U", user,
                        "--pwfile", secret.toString(), "-A", "scram-sha-256", "-E", "UTF8", "--locale=C",
                        "--lc-ctype=" + letters, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
                return;
            } catch (IOException perhapsUnknownHere) {
                last = perhapsUnknownHere;
            }
        }
        throw last;
    }

    private void checkVersion() {
        String here = PrivateFile.read(data.resolve("PG_VERSION")).strip();
        Path words = programs.resolve("share/postgresql/postgres.bki");
        boolean same = Files.exists(words) && PrivateFile.read(words).startsWith("# PostgreSQL " + here + "\n");
        if (!same)
            throw new CannotStart("var/postgres was made by PostgreSQL " + here
                    + ", which this checkout no longer has; ./demo --fresh starts anew");
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(Unprivileged.command(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0)
            throw new IOException(said.strip());
    }
}
