package dev.atelier.db.dialect;

import java.time.Duration;

/**
 * How long one statement may take, so that a runaway one is ended instead of holding a connection and its locks.
 *
 * @param statement zero: as long as it takes; whole seconds are kept
 * @param lockWait  for a row that another transaction holds; zero: as the database has it
 */
public record Limits(Duration statement, Duration lockWait) {

    /** For migrations. */
    public static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO);
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10));

    public Limits {
        if (statement.isNegative() || lockWait.isNegative()) {
            throw new IllegalArgumentException("a limit is zero (none) or more, not " + statement + ", " + lockWait);
        }
    }

    /** The longer of both, for a process that does both kinds of work. */
    public Limits orLonger(Limits other) {
        return new Limits(longer(statement, other.statement), longer(lockWait, other.lockWait));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.isZero() || other.isZero() ? Duration.ZERO : one.compareTo(other) > 0 ? one : other;
    }

    int statementSeconds() {
        return seconds(statement);
    }

    int lockSeconds() {
        return seconds(lockWait);
    }

    /** Never down to zero, which would mean none. */
    private static int seconds(Duration limit) {
        return limit.isZero() ? 0 : (int) Math.max(1, limit.toSeconds());
    }
}
