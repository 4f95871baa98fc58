package dev.atelier.db.asset;

import org.springframework.stereotype.Component;

import dev.atelier.db.audit.Auditing;
import dev.atelier.db.dialect.Transactions;

/** Tells the audit who fetched what; once a download, not once a range of it. */
@Component
public class DownloadingAssets {

    private final Auditing auditing;
    private final Transactions transactions;

    DownloadingAssets(Auditing auditing, Transactions transactions) {
        this.auditing = auditing;
        this.transactions = transactions;
    }

    public void begun(String orgId, String assetId, String actor, String requestId) {
        transactions.run(() -> auditing.record(orgId, actor, "asset.downloaded", "asset", assetId, requestId));
    }
}
