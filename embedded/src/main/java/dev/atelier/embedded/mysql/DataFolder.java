package dev.atelier.embedded.mysql;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a MySQL server keeps, and the words that start the server on it. */
record DataFolder(Path mysqld, Path data, String user, String password) {
    /** Makes it unless an earlier run did. */
    void prepare() {
        if (!Files.exists(data.resolve("mysql.ibd")))
            create();
    }

    /**
     * Loopback only, no socket file (their paths may not be long), and no binary log: nobody replicates the demo. A
     * commit is on the disk when it returns, so a killed server loses nothing.
     */
    List<String> command(int port) {
        return words(data, "--port=" + port, "--bind-address=127.0.0.1", "--socket=", "--mysqlx=OFF",
                "--skip-name-resolve", "--skip-log-bin", "--max-connections=200");
    }

    /** A half-made folder never gets the final name. */
    private void create() {
        Path draft = data.resolveSibling(data.getFileName() + ".new");
        Path accounts = data.resolveSibling(data.getFileName() + ".accounts");
        Folders.made(data.getParent());
        PrivateFile.write(accounts, accounts());
        try {
            Folders.forget(draft);
            run(words(draft, "--initialize-insecure", "--init-file=" + accounts));
            Folders.forget(data);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new CannotStart("no database can be made in " + data + ": " + e.getMessage(), e);
        } finally {
            Folders.forget(accounts);
        }
    }

    /** The server's own root account has no password, so nobody may use it. */
    private String accounts() {
        return """
                CREATE USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO '%1$s'@'%%';
                ALTER USER 'root'@'localhost' ACCOUNT LOCK;
                """.formatted(user, password);
    }

    private List<String> words(Path folder, String... more) {
        List<String> words = new ArrayList<>(List.of(mysqld.toString(), "--no-defaults", "--datadir=" + folder));
        if (System.getProperty("user.name").equals("root"))
            words.add("--user=root");
        words.addAll(List.of(more));
        return words;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0)
            throw new IOException(said.strip());
    }

    @Override
    public String toString() {
        return "DataFolder[" + data + "]";
    }
}
