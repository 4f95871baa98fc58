package dev.atelier.worker.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import dev.atelier.db.testing.TestDatabase;

/** A command line, and what it printed. */
final class Console {

    static final String KEY = "a key for tests only, forty characters!!";

    private final Map<String, Object> settings = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Console with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    Console on(TestDatabase database) {
        return with("spring.datasource.url", database.url()).with("spring.datasource.username", database.user())
                .with("spring.datasource.password", database.password());
    }

    /** All that a command on the use cases needs. */
    Console ready(TestDatabase database) {
        return on(database).with("atelier.storage.root", System.getProperty("java.io.tmpdir"))
                .with("atelier.secret-key", KEY);
    }

    int run(String... words) {
        out.reset();
        err.reset();
        return CommandLine.run(words, settings, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
