package dev.atelier.faults.run;

import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.testbed.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** After the troubles: the house comes to rest by itself, but for what a person decides and for waits of hours, which are cut. */
final class Settling {
    private static final Duration AT_MOST = Duration.ofMinutes(20);
    private static final Duration BEFORE_HURRY = Duration.ofSeconds(75);

    private final Rows rows;
    private final Progress progress;
    private final Person person;
    private final long began = System.nanoTime();
    private Duration ended;
    private Duration rested;

    Settling(Rows rows, Progress progress, Person person) {
        this.rows = rows;
        this.progress = progress;
        this.person = person;
    }

    /** Bounded: what is not at rest then will be found by the judgement. */
    void untilRest(Path temporary) {
        for (int round = 0; since().compareTo(AT_MOST) < 0; round++) {
            person.decide();
            long open = rows.number(
                    "select count(*) from generation_jobs where status in ('pending', 'queued', 'running')");
            if (open == 0 && ended == null)
                ended = since();
            if (open == 0 && restless() == 0) {
                rested = since();
                return;
            }
            if (round % 5 == 0)
                progress.step("settling", Figures.now(rows));
            if (since().compareTo(BEFORE_HURRY) > 0)
                hurry();
            pause();
        }
        progress.step("settling", "not at rest after " + AT_MOST.toMinutes() + " minutes");
    }

    String ended() {
        return spoken(ended);
    }

    String rested() {
        return spoken(rested);
    }

    private long restless() {
        return rows.number("""
                select (select count(*) from submissions where held_by is not null or line is not null)
                     + (select count(*) from generation_jobs where tell_at is not null)
                     + (select count(*) from webhook_deliveries where status = 'pending' and tried_at is null
                         and event_id not in (select event_id from webhook_deliveries where tried_at is not null))
                """);
    }

    /** Looks hours away are made due; a task that never says its end has run for its longest time. */
    private void hurry() {
        rows.run("update submissions set next_look_at = now() where next_look_at > now() + interval '5 s'");
        rows.run("""
                update submissions set runs_until = now(), next_look_at = now() where slot is not null
                   and state in ('sent', 'written_off', 'ambiguous') and runs_until > now()
                   and coalesce(sent_at, created_at) < now() - interval '60 s'
                """);
        rows.run("update generation_jobs set next_attempt_at = now() where next_attempt_at > now() + interval '60 s'");
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String spoken(Duration time) {
        return Objects.isNull(time) ? "never" : String.format(Locale.ROOT, "%.0f s", time.toMillis() / 1_000.0);
    }

    private static void pause() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
