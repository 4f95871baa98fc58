package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.List;

import dev.atelier.db.retention.Retaining;
import dev.atelier.db.tenant.AllOrganisations;

/** Tells before it happens what housekeeping will delete: the terms of an organisation are better tried than trusted. */
@Named(value = "retention", usage = "--dry-run", summary = "what housekeeping would archive, purge and delete now")
final class RetentionCommand implements Command {

    private final Retaining retaining;

    RetentionCommand(Retaining retaining) {
        this.retaining = retaining;
    }

    @Override
    public int run(List<String> words, PrintStream out) {
        if (!words.equals(List.of("--dry-run"))) {
            throw new WrongWords("say --dry-run: the deleting itself is done by the schedule housekeeping");
        }
        List<Retaining.Report> reports = retaining.report(AllOrganisations.forLoopsSchedulesAndAdmin());
        out.println(
                "organisation                          failed jobs  requests  to archive  to purge  object missing");
        reports.forEach(each -> out.printf("%-36s  %11d  %8d  %10d  %8d  %14d%n", each.orgId(), each.jobs(),
                each.requests(), each.toArchive(), each.toPurge(), each.withoutObject().size()));
        reports.forEach(each -> each.withoutObject()
                .forEach(asset -> out.println("asset " + asset + " of " + each.orgId() + " has lost its object")));
        return 0;
    }
}
