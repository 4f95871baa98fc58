package dev.atelier.db.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What must hold on every database; a subclass names one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DbContract {

    protected DbContext db;

    protected abstract TestDatabase database();

    @BeforeAll
    void open() {
        db = new DbContext(database(), more());
    }

    @AfterAll
    void close() {
        if (db != null) {
            db.close();
        }
    }

    /** Further beans, by class. */
    protected Class<?>[] more() {
        return new Class<?>[0];
    }
}
