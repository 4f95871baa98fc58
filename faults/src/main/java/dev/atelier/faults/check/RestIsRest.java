package dev.atelier.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When all work is over nothing is held, in line, untold or half written, and no workflow of a job runs. */
final class RestIsRest implements Invariant {
    private static final Invariant ROWS = new Asked("I10", "", Map.of("submissions", List.of(
            "select id, concat('holds slot ', slot, ' of account ', held_by) from submissions where held_by is not null",
            "select id, concat('stands in line ', line) from submissions where line is not null",
            "select id, 'is being sent' from submissions where state = 'sending'"), "generation_jobs",
            List.of(
                    "select id, 'has something untold' from generation_jobs where tell_at is not null")));

    @Override
    public String name() {
        return "I10";
    }

    @Override
    public String says() {
        return "at rest nothing is held, in line, untold or left lying";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        if (!evidence.atRest())
            return List.of();
        List<Violation> found = new ArrayList<>(ROWS.judge(evidence));
        if (evidence.storage() != null)
            RowsAndObjectsAgree.files(evidence.storage().resolve("tmp"))
                    .forEach(file -> found.add(new Violation("tmp/" + file.getFileName(), "was left lying")));
        if (evidence.histories() != null)
            evidence.histories().running()
                    .forEach(id -> found.add(new Violation("workflow " + id, "runs, and its job has ended")));
        return found;
    }
}
