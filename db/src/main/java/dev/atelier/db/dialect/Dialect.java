package dev.atelier.db.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What differs between the databases. A third database is one more of these, one migration folder, one test subclass. */
public interface Dialect {

    /** Name of the migration folder. */
    String vendor();

    /** An instant as a statement parameter, in UTC and whole microseconds; null stays null. */
    Object instant(Instant instant);

    /** An instant of a row; null where the column is NULL. */
    Instant instant(ResultSet row, String column) throws SQLException;

    /** What a person does after a migration that failed half-way. */
    String afterBrokenMigration();

    /** Whether the server itself ends a write that takes too long; else the driver's clock must. */
    boolean endsLongWrites();

    /** Ends an insert that shall do nothing where the row is there already; {@code column} is one of the table's. */
    String orNothing(String column);

    /** A name as the database has it, letter by letter; it must be an identifier already. */
    String quoted(String identifier);

    /** Condition: two values of text or numbers differ, NULL being a value; exact whatever collation a column has. */
    String differ(String one, String other);

    /** Condition: two columns hold the same key; never true for NULL. */
    String same(String one, String other);

    /** Condition on a flag that may lie in a boolean, a bit or a number; NULL is false. */
    String isTrue(String flag);

    /** The condition that a column of search terms has all that {@code parameter}, made by {@link #terms}, asks for. */
    String hasTerms(String column, String parameter);

    /** All of these, as the full-text search wants to be asked; each of letters and digits alone. */
    String terms(List<String> terms);

    /** Query: the parts of {@code :log}, a table kept by month: {@code before}, {@code later}, {@code 2026_12}. */
    String partsOfLog();

    /** Statements that give a log one more part; both ends, as text, must be whole months. They wait 5 s for others. */
    List<String> newPart(String log, String part, String from, String until);

    /** Forgets parts of a log with all their rows, at once or not at all. */
    String dropParts(String log, List<String> parts);
}
