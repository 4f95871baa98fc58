package dev.atelier.worker.command;

import java.io.PrintStream;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

import dev.atelier.db.audit.Verdict;
import dev.atelier.db.retention.MonthlyLogs;
import dev.atelier.db.tenant.AllOrganisations;

/** Forgets whole months of events, requests and audit rows: a person's decision, so never made by itself. */
@Named(value = "logs", usage = "drop YYYY-MM [--dry-run]", summary = "forget the logs of all months before this one")
final class LogsCommand implements Command {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    private final MonthlyLogs logs;

    LogsCommand(MonthlyLogs logs) {
        this.logs = logs;
    }

    @Override
    public int run(List<String> words, PrintStream out) {
        boolean dry = words.size() == 3 && words.get(2).equals("--dry-run");
        if (!(words.size() == 2 || dry) || !words.getFirst().equals("drop")) {
            throw new WrongWords("say drop and the first month that stays");
        }
        YearMonth before = month(words.get(1));
        List<String> parts = logs.older(LEAVE, before);
        List<Verdict> broken = dry ? List.of() : dropped(before);
        parts.forEach(part -> out.println((dry ? "would drop " : broken.isEmpty() ? "dropped " : "kept ") + part));
        broken.forEach(each -> out.println("the audit chain of " + each.orgId() + " is BROKEN: " + each.broken()
                + ". Nothing was dropped: run verify-audit"));
        return broken.isEmpty() ? 0 : 1;
    }

    private List<Verdict> dropped(YearMonth before) {
        try {
            return logs.drop(LEAVE, before);
        } catch (IllegalArgumentException tooYoung) {
            throw new WrongWords(tooYoung.getMessage());
        }
    }

    private static YearMonth month(String word) {
        try {
            return YearMonth.parse(word);
        } catch (DateTimeParseException odd) {
            throw new WrongWords("'" + word + "' is not a month such as 2026-01");
        }
    }
}
