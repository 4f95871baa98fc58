package dev.atelier.faults.peers;

import dev.atelier.embedded.testbed.Jobs;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One line of the table.
 *
 * @param submits that the provider took and would be paid for
 * @param twice   jobs with more than one of them
 * @param took    until the last result, or until the last was parked
 */
record Row(String what, int jobs, int submits, int twice, int succeeded, List<Jobs.Posted> parked, Duration took) {
    /** A lost job has neither a result nor anybody who is told. */
    int lost() {
        return jobs - succeeded - parked.size();
    }

    boolean good() {
        return submits == jobs && twice == 0 && lost() == 0;
    }

    static String table(List<Row> rows) {
        return "| run | jobs | submits | lost | twice | succeeded | needs attention | last after |\n"
                + "|---|---|---|---|---|---|---|---|\n" + rows.stream().map(row -> String.format(Locale.ROOT,
                        "| %s | %d | %d | %d | %d | %d | %d | %.1f s |", row.what(), row.jobs(), row.submits(),
                        row.lost(), row.twice(), row.succeeded(), row.parked().size(), row.took().toMillis() / 1_000.0))
                        .collect(Collectors.joining("\n"));
    }

    static String ids(List<Jobs.Posted> jobs) {
        return jobs.stream().map(job -> "'" + job.id() + "'").collect(Collectors.joining(","));
    }
}
