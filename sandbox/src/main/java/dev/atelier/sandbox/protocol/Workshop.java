package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.account.Purses;
import dev.atelier.sandbox.callback.Calling;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.script.Faults;
import dev.atelier.sandbox.script.Turns;
import dev.atelier.sandbox.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** What all protocols work with. {@code address} is this server's own, without a slash at the end. */
public record Workshop(Path directory, String address, Journal journal, Faults faults, Turns turns, Results results,
        Purses purses, Calling calling, Clock clock) {

    public Tasks tasks(String provider, Duration kept, Duration cancelledKept) {
        return new Tasks(directory.resolve(provider + "-tasks.jsonl"), kept, cancelledKept, clock);
    }
}
