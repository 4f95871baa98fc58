package dev.atelier.db.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What differs between the databases. A third database is one more of these, one migration folder, one test subclass. */
public interface Dialect {

    /** Name of the migration folder. */
    String vendor();

    /** An instant as a statement parameter, in UTC and whole microseconds; null stays null. */
    Object instant(Instant instant);

    /** An instant of a row; null where the column is NULL. */
    Instant instant(ResultSet row, String column) throws SQLException;

    /** Ends an insert that shall do nothing where the row is there already; {@code column} is one of the table's. */
    String orNothing(String column);
}
