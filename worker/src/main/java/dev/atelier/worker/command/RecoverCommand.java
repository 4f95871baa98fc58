package dev.atelier.worker.command;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import dev.atelier.activities.recover.Recovering;
import dev.atelier.db.attempt.OrphanTasks;
import dev.atelier.db.job.RecoveringJobs;
import dev.atelier.db.job.RecoveringJobs.Entered;
import dev.atelier.db.tenant.AllOrganisations;

/** After the database was restored from a backup, and before api and workers are started. */
@Named(value = "recover", summary = "after restoring a backup: enter what was paid since, park what cannot be proven", usage = "--since <time of the backup> [--accept-unreadable] | --release", with = RecoverWiring.class)
class RecoverCommand implements Command {

    private static final int MOST_SHOWN = 1000;

    private final Recovering recovering;
    private final RecoveringJobs jobs;
    private final OrphanTasks orphans;

    RecoverCommand(Recovering recovering, RecoveringJobs jobs, OrphanTasks orphans) {
        this.recovering = recovering;
        this.jobs = jobs;
        this.orphans = orphans;
    }

    @Override
    public int run(List<String> words, PrintStream out) {
        if (words.equals(List.of("--release"))) {
            out.println(jobs.release() ? "submits go on" : "submits were not held");
            return 0;
        }
        boolean accept = words.size() == 3 && words.get(2).equals("--accept-unreadable");
        if (words.size() != (accept ? 3 : 2) || !words.getFirst().equals("--since")) {
            throw new WrongWords("say when the backup was taken");
        }
        return tell(recovering.recover(time(words.get(1)), accept), out);
    }

    private static Instant time(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException wrong) {
            throw new WrongWords("'" + word + "' is not a time such as 2026-11-20T04:00:00Z");
        }
    }

    private int tell(Recovering.Report report, PrintStream out) {
        out.println("tasks that stood in their rows: " + report.tasks().getOrDefault(Entered.KNOWN, 0));
        out.println("tasks whose attempts go on as sent: " + report.tasks().getOrDefault(Entered.RESTORED, 0));
        out.println("tasks that belong to no row: " + report.tasks().getOrDefault(Entered.ORPHAN, 0));
        orphans.waiting(AllOrganisations.forLoopsSchedulesAndAdmin(), MOST_SHOWN)
                .forEach(task -> out.println("  " + task));
        report.listless().forEach(provider -> out.println(provider + " has no list: what it may have been sent since is"
                + " for a person to say"));
        report.unreadable().forEach(account -> out.println("the list of account " + account + " cannot be read"));
        if (!report.released()) {
            out.println("submits stay held: run this again when the lists can be read,"
                    + " or with --accept-unreadable to park every job that they would have to prove");
            return 1;
        }
        out.println("jobs that wait for a person: " + report.parked());
        out.println("submits go on when workers are started");
        return 0;
    }
}
