package dev.atelier.db.asset;

import java.time.Clock;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.atelier.db.audit.Auditing;
import dev.atelier.db.dialect.Transactions;

/** Who may see an asset; each change leaves an audit row. */
@Component
public class PublishingAssets {

    private static final Set<String> VISIBILITIES = Set.of("private", "team", "public");

    private final AssetRows rows;
    private final Auditing auditing;
    private final Transactions transactions;
    private final Clock clock;

    PublishingAssets(AssetRows rows, Auditing auditing, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.auditing = auditing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param visibility private, team or public
     * @return           false when the organisation has no such asset, or it is so already
     */
    public boolean publish(String orgId, String assetId, String visibility, String actor, String requestId) {
        if (!VISIBILITIES.contains(visibility)) {
            throw new IllegalArgumentException("an asset is private, team or public, not '" + visibility + "'");
        }
        return transactions.in(() -> {
            boolean changed = rows.show(orgId, assetId, visibility, clock.instant());
            if (changed) {
                auditing.record(orgId, actor, visibility.equals("private") ? "asset.withdrawn" : "asset.published",
                        "asset", assetId, requestId);
            }
            return changed;
        });
    }
}
