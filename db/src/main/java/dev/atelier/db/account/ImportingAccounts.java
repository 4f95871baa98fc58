package dev.atelier.db.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.secret.Secrets;
import dev.atelier.domain.catalogue.Violation;

/** Many accounts at once, from a file: either the good ones of them, or all or none. */
@Component
public class ImportingAccounts {

    private final ManagingAccounts pool;
    private final AccountRules rules;
    private final AccountRows rows;
    private final Secrets secrets;
    private final Transactions transactions;

    ImportingAccounts(ManagingAccounts pool, AccountRules rules, AccountRows rows, Secrets secrets,
            Transactions transactions) {
        this.pool = pool;
        this.rules = rules;
        this.rows = rows;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /** @param number where it stands in the file */
    public record Line(int number, NewAccount account) {
    }

    /** Each line on its own; the answers by its number. */
    public Map<Integer, AccountAnswer> each(List<Line> lines) {
        Map<Integer, AccountAnswer> answers = new HashMap<>();
        lines.forEach(line -> answers.put(line.number(), pool.create(line.account())));
        return answers;
    }

    /** In one commit; where one line cannot be, the answers are those of the bad lines, and nothing was changed. */
    public Map<Integer, AccountAnswer> allOrNone(List<Line> lines) {
        Map<Integer, AccountAnswer> bad = bad(lines);
        // In one order of the lines' locks, whatever the order of the file.
        List<Line> ordered = new ArrayList<>(lines);
        ordered.sort(Comparator.comparing(line -> String.valueOf(line.account().provider())));
        return bad.isEmpty() ? transactions.in(() -> each(ordered)) : bad;
    }

    /** What is wrong with them; changes nothing. */
    public Map<Integer, AccountAnswer> bad(List<Line> lines) {
        Map<Integer, AccountAnswer> bad = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            List<Violation> violations = rules.violations(line.account());
            if (!violations.isEmpty()) {
                bad.put(line.number(), new AccountAnswer.Invalid(violations));
                continue;
            }
            String key = AccountRow.liveKey(secrets.fingerprint(line.account().secret()), line.account().site(),
                    line.account().provider());
            rows.live(key).ifPresent(there -> bad.put(line.number(), new AccountAnswer.Duplicate(there)));
            if (!seen.add(key)) {
                bad.put(line.number(), new AccountAnswer.Invalid(
                        List.of(new Violation("secret", "stands in this file twice, for one provider and site"))));
            }
        }
        return bad;
    }
}
