package dev.atelier.db.storyboard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.job.DecidingJobs;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.job.Decision;

/**
 * Project to records: brings what another program wrote in the studio's table to the records of its shots. A shot is
 * one small transaction; doing it twice, or beside itself, does no harm.
 */
@Component
public class SyncingProjects {

    private static final Logger log = LoggerFactory.getLogger(SyncingProjects.class);
    private static final int BATCH = 500;
    /** A pass ends after so many; the next goes on. */
    private static final int MOST_A_PASS = 20_000;
    private static final int MOST_CANCELS = 5;

    private final Transactions transactions;
    private final DifferingShots differing;
    private final ShotRows shots;
    private final SyncedShots synced;
    private final ShotRecords records;
    private final Projecting projecting;
    private final DecidingJobs deciding;
    private final Clock clock;

    SyncingProjects(Transactions transactions, DifferingShots differing, ShotRows shots, SyncedShots synced,
            ShotRecords records, Projecting projecting, DecidingJobs deciding, Clock clock) {
        this.transactions = transactions;
        this.differing = differing;
        this.shots = shots;
        this.synced = synced;
        this.records = records;
        this.projecting = projecting;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** @param each is called after each shot, so that the caller can show it is alive; the result: shots brought over */
    public int sync(AllOrganisations leave, Runnable each) {
        int brought = 0;
        for (DifferingShots.Search search : differing.searches()) {
            Shot last = search.first();
            List<Shot> found;
            do {
                found = search.after(last, BATCH);
                for (Shot shot : found) {
                    brought += arrive(shot);
                    last = shot;
                    each.run();
                }
            } while (found.size() == BATCH && brought < MOST_A_PASS);
        }
        return brought;
    }

    /** One shot that cannot be brought over does not hold up the others. */
    private int arrive(Shot shot) {
        try {
            for (int tries = 0; tries < MOST_CANCELS; tries++) {
                List<String> open = transactions.in(() -> bring(shot));
                if (open.isEmpty()) {
                    return 1;
                }
                open.forEach(job -> deciding.decide(shot.orgId(), job,
                        Decision.cancel("project-sync", "its storyboard was deleted", null)));
            }
            log.warn("storyboard {} of project {} is deleted, but jobs keep coming; next pass goes on",
                    shot.storyboardId(), shot.projectId());
        } catch (RuntimeException stuck) {
            log.warn("storyboard {} of project {} was not brought over, next pass tries again: {}",
                    shot.storyboardId(), shot.projectId(), stuck.toString());
        }
        return 0;
    }

    /** The open jobs that must be canceled first: not under this lock, since a cancel takes the line's before it. */
    private List<String> bring(Shot shot) {
        Instant now = Instant.now(clock);
        boolean known = synced.known(shot);
        boolean owed = synced.lock(shot);
        Optional<Shot.Said> said = shots.said(shot);
        if (said.isEmpty() && !known) {
            records.names(shot).ifPresent(names -> shots.begin(shot, names));
            said = shots.said(shot);
            owed = true;
        }
        if (said.isEmpty() || said.get().deleted()) {
            if (!synced.deleted(shot)) {
                List<String> open = records.openJobs(shot);
                if (!open.isEmpty()) {
                    return open;
                }
                records.delete(shot, now);
            }
        } else {
            if (synced.deleted(shot)) {
                records.revive(shot, now);
            }
            records.take(shot, said.get(), now);
        }
        said.ifPresentOrElse(fields -> synced.arrived(shot, fields), () -> synced.gone(shot));
        if (owed) {
            projecting.payOwed(shot, now);
        }
        return List.of();
    }
}
