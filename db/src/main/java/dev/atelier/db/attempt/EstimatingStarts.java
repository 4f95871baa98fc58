package dev.atelier.db.attempt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.Word;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.line.Estimate;
import dev.atelier.domain.line.Seat;
import dev.atelier.domain.line.Waiting;

/**
 * When a waiting job may begin: who is before it in all lines of the same slots, how many slots could serve it, and how
 * long the last fifty were held. Later arrivals of higher priority or of other organisations may still go before it.
 */
@Component
public class EstimatingStarts {

    private static final int LAST_RUNS = 50;
    private static final int MOST_AHEAD = 1_000;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Seats seats;
    private final Catalogue catalogue;

    EstimatingStarts(JdbcClient jdbc, Dialect dialect, Seats seats, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.seats = seats;
        this.catalogue = catalogue;
    }

    private record InLine(Waiting waiting, String provider, Medium medium) {
    }

    /** Null where nobody can say: not in line, too far back, no account, stopped, or too few runs seen. */
    public Duration start(String jobId) {
        Optional<InLine> found = jdbc.sql("select * from submissions where open_key = :job and state = 'waiting'")
                .param("job", jobId).query((row, n) -> new InLine(
                        new Waiting(row.getString("id"), row.getString("org_id"), row.getString("model"),
                                row.getInt("priority"), row.getLong("start_tag")),
                        row.getString("provider"), Word.of(Medium.class, row.getString("medium"))))
                .optional();
        return found.map(this::start).orElse(null);
    }

    private Duration start(InLine job) {
        int ahead = ahead(job);
        if (ahead >= MOST_AHEAD) {
            return null;
        }
        int slots = seats.all(job.provider(), job.medium()).stream()
                .filter(seat -> seat.serves(job.waiting()) && seat.leftToday() > 0).mapToInt(Seat::slots).sum();
        List<Duration> runs = lastRuns(job);
        Duration usual = runs.isEmpty()
                ? Duration.ZERO
                : runs.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(runs.size());
        return Estimate.start(ahead, slots, runs.size(), usual);
    }

    private int ahead(InLine job) {
        List<String> lines = catalogue.all().stream().filter(model -> model.provider().equals(job.provider())
                && model.kind().word().equals(job.medium().word()))
                .map(model -> JoiningTheLine.line(job.provider(), job.medium(), model.name())).toList();
        return lines.isEmpty()
                ? MOST_AHEAD
                : jdbc.sql("""
                select count(*) from (
                  select 1 as ahead from submissions
                   where line in (:lines) and (priority > :priority or (priority = :priority
                     and (start_tag < :tag or (start_tag = :tag and id < :id))))
                   limit 1000) a
                """).param("lines", lines).param("priority", job.waiting().priority())
                        .param("tag", job.waiting().startTag()).param("id", job.waiting().submissionId())
                        .query(Integer.class).single();
    }

    private List<Duration> lastRuns(InLine job) {
        return jdbc.sql("""
                select granted_at, ended_at from submissions
                 where provider = :provider and medium = :medium and ended_at is not null and granted_at is not null
                   and state in ('made', 'failed')
                 order by ended_at desc limit :most
                """).param("provider", job.provider()).param("medium", job.medium().word()).param("most", LAST_RUNS)
                .query((row, n) -> Duration.between(dialect.instant(row, "granted_at"),
                        dialect.instant(row, "ended_at")))
                .list();
    }
}
