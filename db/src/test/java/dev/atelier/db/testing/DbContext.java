package dev.atelier.db.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import dev.atelier.db.DbConfiguration;
import dev.atelier.db.DbSettings;
import dev.atelier.db.job.Bell;

/** This module as an application sees it, on a database of its own; the clock starts at {@link #START}. */
public final class DbContext implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-11-20T04:00:00Z");

    /** What it runs with unless a test says otherwise. */
    public static final String KEY = "a key for tests only, forty characters!!";

    private final TestDatabase database;
    private final boolean owner;
    private final Path storage;
    private final SettableClock clock = new SettableClock(START);
    private final RecordingBell bell = new RecordingBell();
    private final AnnotationConfigApplicationContext context;

    /** @param more further beans, such as listeners, by class */
    public DbContext(TestDatabase database, Class<?>... more) {
        this(database, true, List.of(KEY), more);
    }

    private DbContext(TestDatabase database, boolean owner, List<String> keys, Class<?>... more) {
        this.database = database;
        this.owner = owner;
        this.storage = temporaryFolder();
        this.context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database.source(), bean -> bean.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DbSettings.class,
                () -> new DbSettings(storage, keys));
        context.registerBean(Bell.class, () -> bell);
        context.register(DbConfiguration.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
    }

    /** Another process on the same database, with these keys; closing it leaves the database open. */
    public DbContext beside(List<String> keys, Class<?>... more) {
        return new DbContext(database, false, keys, more);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return get(JdbcClient.class);
    }

    public TestDatabase database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    public RecordingBell bell() {
        return bell;
    }

    public Path storage() {
        return storage;
    }

    @Override
    public void close() {
        context.close();
        if (owner) {
            database.close();
        }
        try {
            FileSystemUtils.deleteRecursively(storage);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("atelier-storage");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
