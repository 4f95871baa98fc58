package dev.atelier.db.asset;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.audit.Auditing;
import dev.atelier.db.dialect.Transactions;

@Component
public class DeletingAssets {

    private static final Logger log = LoggerFactory.getLogger(DeletingAssets.class);

    private final AssetRows rows;
    private final Storage storage;
    private final Auditing auditing;
    private final Transactions transactions;
    private final Clock clock;

    DeletingAssets(AssetRows rows, Storage storage, Auditing auditing, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.storage = storage;
        this.auditing = auditing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Marks it purged and removes the object; false when the organisation has no such asset. */
    public boolean delete(String orgId, String assetId, String actor, String requestId) {
        Optional<Asset> asset = rows.find(orgId, assetId);
        boolean purged = asset.isPresent() && transactions.in(() -> {
            boolean mine = rows.purge(orgId, assetId, clock.instant());
            if (mine) {
                auditing.record(orgId, actor, "asset.deleted", "asset", assetId, requestId);
            }
            return mine;
        });
        if (purged) {
            remove(asset.get());
        }
        return purged;
    }

    /** After the commit: an object that outlives its row for a while is swept, a row without its object is a lie. */
    private void remove(Asset asset) {
        try {
            storage.delete(asset.storageKey());
        } catch (IOException stuck) {
            log.warn("cannot delete the object of purged asset {}: it will be swept", asset.id(), stuck);
        }
    }
}
