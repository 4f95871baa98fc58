package dev.atelier.embedded.command;

import dev.atelier.embedded.database.Engine;

/** What a person asked of {@code ./demo}. */
public sealed interface Command {
    /**
     * @param split every part a process of its own, two workers
     * @param exit  end after the first jobs
     * @param fresh forget what earlier runs left in {@code var/}
     * @param engine the database it all stands on
     */
    record Run(boolean split, boolean exit, boolean fresh, Engine engine) implements Command {
    }

    record Start(String part) implements Command {
    }

    record Stop(String part, boolean kill) implements Command {
    }

    /** Known, but not to be had. */
    record Refused(String why) implements Command {
    }
}
