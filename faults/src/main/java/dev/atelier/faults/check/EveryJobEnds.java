package dev.atelier.faults.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was acknowledged is there, and has ended when it had to. */
final class EveryJobEnds implements Invariant {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration PARKED_AT_MOST = Duration.ofHours(72);

    @Override
    public String name() {
        return "I1";
    }

    @Override
    public String says() {
        return "each acknowledged job ends in time";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        Books books = evidence.books();
        String late = evidence.atRest()
                ? "1 = 1"
                : "(attention_since is null and deadline < %s or attention_since < %s)".formatted(
                        books.at(evidence.now().minus(GRACE)),
                        books.at(evidence.now().minus(GRACE).minus(PARKED_AT_MOST)));
        List<Violation> found = new ArrayList<>(books.violations("generation_jobs", """
                select id, concat('still ', status, ' ', coalesce(attention_reason, '')) from generation_jobs
                 where status in ('pending', 'queued', 'running') and %s
                """.formatted(late)));
        found.addAll(books.violations("generation_jobs", """
                select id, concat(status, ' without completed_at') from generation_jobs
                 where status in ('succeeded', 'failed', 'canceled') and completed_at is null
                """));
        Set<String> there = books.read("select id from generation_jobs", row -> row.getString(1)).stream()
                .collect(Collectors.toSet());
        evidence.acknowledged().values().stream().flatMap(Set::stream).filter(id -> !there.contains(id))
                .forEach(id -> found.add(new Violation("generation_jobs " + id, "was acknowledged and is not there")));
        return found;
    }
}
