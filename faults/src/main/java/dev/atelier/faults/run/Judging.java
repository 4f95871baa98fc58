package dev.atelier.faults.run;

import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.testbed.OperatorCommand;
import dev.atelier.embedded.testbed.RealHouse;
import dev.atelier.faults.check.Books;
import dev.atelier.faults.check.Checker;
import dev.atelier.faults.check.Evidence;
import dev.atelier.faults.check.TemporalHistories;
import dev.atelier.faults.check.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Lays all that is left before the checker. */
record Judging(RealHouse house, long seed) {
    Verdict judge(Map<String, Set<String>> acknowledged, List<String> secrets) {
        Wiring wiring = house.wiring();
        List<JsonNode> journal = new ArrayList<>();
        new Client(wiring.sandbox(), "none").get("/_sandbox/journal").forEach(journal::add);
        List<Path> logs = Folders.inside(wiring.place().log("any").getParent());
        try (Books books = Books.open(wiring.database().url());
                TemporalHistories histories = new TemporalHistories(wiring.temporal())) {
            return Checker.judge(Evidence.of(books, Instant.now(), true).storage(wiring.place().assets()).logs(logs)
                    .chains(this::brokenChains).journal(journal).histories(histories).acknowledged(acknowledged)
                    .secrets(secrets, List.of("mark-" + Long.toHexString(seed) + "-")));
        }
    }

    private List<String> brokenChains() {
        OperatorCommand.Said said = house.operator().run("verify-audit");
        List<String> broken = said.text().lines().filter(line -> line.contains(" BROKEN ")).toList();
        if (said.status() != 0 && broken.isEmpty())
            return List.of("verify-audit ended with status " + said.status() + ": " + said.text());
        if (said.status() == 0 && !said.text().contains("chain(s), 0 broken"))
            return List.of("verify-audit did not say what it found: " + said.text());
        return broken;
    }
}
