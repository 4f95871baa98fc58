package dev.atelier.activities.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.job.WatchingTasks;
import dev.atelier.db.tenant.AllOrganisations;

/** Looks at the remote tasks of one provider, account by account, so that no job has to ask. */
class WatchLoop implements RunningLoop {

    private static final Logger log = LoggerFactory.getLogger(WatchLoop.class);
    private static final int BATCH = 500;
    private static final int ACCOUNTS_AT_ONCE = 8;
    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    private final String provider;
    private final WatchingTasks watching;
    private final LookingAtAccounts looking;
    private final Clock clock;
    private final Semaphore atOnce = new Semaphore(ACCOUNTS_AT_ONCE);

    WatchLoop(String provider, WatchingTasks watching, LookingAtAccounts looking, Clock clock) {
        this.provider = provider;
        this.watching = watching;
        this.looking = looking;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "watch-" + provider;
    }

    @Override
    public boolean round(LoopFigures figures) {
        List<SubmissionRow> due = watching.due(LEAVE, provider, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        Instant now = Instant.now(clock);
        Map<Boolean, List<SubmissionRow>> overrun = due.stream().collect(Collectors.partitioningBy(
                row -> row.slot() != null && row.runsUntil() != null && !row.runsUntil().isAfter(now)));
        overrun.get(true).forEach(watching::overrun);
        Map<String, List<SubmissionRow>> byAccount = overrun.get(false).stream()
                .collect(Collectors.groupingBy(SubmissionRow::accountId));
        List<Future<?>> looks = new ArrayList<>();
        try (ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor()) {
            byAccount.forEach((account, rows) -> looks.add(lookers.submit(() -> look(account, rows, figures))));
        }
        figures.add("looked_at", due.size());
        return due.size() == BATCH;
    }

    private void look(String account, List<SubmissionRow> rows, LoopFigures figures) {
        atOnce.acquireUninterruptibly();
        try {
            looking.look(provider, account, rows, figures);
        } catch (RuntimeException trouble) {
            log.warn("looking at account {} failed, again soon: {}", account, trouble.toString());
            rows.forEach(watching::postponed);
            figures.count("troubles");
        } finally {
            atOnce.release();
        }
    }
}
