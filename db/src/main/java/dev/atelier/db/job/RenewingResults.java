package dev.atelier.db.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;

/** Fresh addresses for files whose old ones have expired. The assets' ids stay, so a file is still kept once. */
@Component
public class RenewingResults {

    private final Ledger ledger;
    private final Transactions transactions;

    RenewingResults(Ledger ledger, Transactions transactions) {
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** The attempt, if the provider has a task of it that can be looked at again. */
    public Optional<SubmissionRow> task(String submissionId) {
        return ledger.byId(submissionId).filter(row -> row.remoteTaskId() != null && row.accountId() != null);
    }

    /** The same files where the provider now says they lie; noted, so that whoever goes on here begins with them. */
    public List<Results> renewed(String submissionId, List<Results> planned, Made seen) {
        Map<String, Iterator<ResultFile>> fresh = new HashMap<>();
        List<Results> renewed = new ArrayList<>();
        for (Results old : planned) {
            Iterator<ResultFile> sameRole = fresh.computeIfAbsent(old.role(),
                    role -> seen.files().stream().filter(file -> file.role().equals(role)).iterator());
            renewed.add(sameRole.hasNext() ? old.at(sameRole.next()) : old);
        }
        transactions.run(() -> ledger.renewed(submissionId, Results.write(renewed)));
        return renewed;
    }
}
