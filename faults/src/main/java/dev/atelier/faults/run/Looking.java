package dev.atelier.faults.run;

import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.testbed.Rows;
import dev.atelier.faults.nemesis.Nemesis;
import java.time.Duration;

/** While troubles go on: a line of figures every ten seconds, and now and then a person who decides. */
final class Looking implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Rows rows;
    private final Progress progress;
    private final Nemesis nemesis;
    private final Person person;
    private final Thread thread;
    private volatile boolean over;

    Looking(Rows rows, Progress progress, Nemesis nemesis, Person person) {
        this.rows = rows;
        this.progress = progress;
        this.nemesis = nemesis;
        this.person = person;
        this.thread = Thread.ofVirtual().start(this::look);
    }

    private void look() {
        for (int round = 1; !over; round++) {
            try {
                Thread.sleep(EVERY);
                progress.step("jobs", Figures.now(rows) + ", " + nemesis.troubles() + " troubles so far");
                if (round % 3 == 0)
                    person.decide();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException theDatabaseIsGoneToo) {
                progress.step("jobs", "the books cannot be read just now");
            }
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}
