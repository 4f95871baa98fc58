package dev.atelier.faults.check;

import java.util.ArrayList;
import java.util.List;

/** However often a request is repeated under its key, in the rows and as clients saw it. */
record OneKeyOneJob(Invariant inRows) implements Invariant {
    @Override
    public String name() {
        return inRows.name();
    }

    @Override
    public String says() {
        return inRows.says();
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> found = new ArrayList<>(inRows.judge(evidence));
        evidence.acknowledged().forEach((key, ids) -> {
            if (ids.size() > 1)
                found.add(new Violation("idempotency key " + key, "was answered with jobs " + ids));
        });
        return found;
    }
}
