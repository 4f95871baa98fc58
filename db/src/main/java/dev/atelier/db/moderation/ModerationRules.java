package dev.atelier.db.moderation;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;

/** The rules prompts are judged by. What another process wrote is seen within seconds. */
@Component
public class ModerationRules {

    private static final Logger log = LoggerFactory.getLogger(ModerationRules.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final RuleRows rows;
    private final Transactions transactions;
    private final Clock clock;
    private volatile Known known;

    ModerationRules(RuleRows rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Ready(Rule rule, Predicate<Matching.Words> speaks) {
    }

    private record Known(Instant until, List<Ready> rules) {
    }

    /**
     * Puts a rule set in the place of the one of its name.
     *
     * @throws IllegalArgumentException naming what cannot be taken; then nothing is changed
     */
    public void load(InputStream yaml) {
        RuleFile file = RuleFile.read(yaml);
        List<Rule> rules = file.checked();
        try {
            transactions.run(() -> rows.replace(file.ruleSet(), rules, clock.instant()));
        } catch (DuplicateKeyException loadedByAnother) {
            transactions.run(() -> rows.replace(file.ruleSet(), rules, clock.instant()));
        }
        known = null;
    }

    List<Ready> of(String orgId) {
        Known now = known;
        if (now == null || !now.until().isAfter(clock.instant())) {
            now = new Known(clock.instant().plus(FRESH), ready(rows.active()));
            known = now;
        }
        return now.rules().stream().filter(each -> each.rule().orgId() == null || each.rule().orgId().equals(orgId))
                .toList();
    }

    /** A row that somebody wrote by hand and nobody can read must not stop the house; it is told, and left out. */
    private static List<Ready> ready(List<Rule> rules) {
        List<Ready> ready = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                ready.add(new Ready(rule, Matching.of(rule)));
            } catch (IllegalArgumentException unreadable) {
                log.error("moderation rule {} is left out: {}", rule.fullName(), unreadable.getMessage());
            }
        }
        return ready;
    }
}
