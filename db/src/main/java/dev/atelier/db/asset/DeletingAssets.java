package dev.atelier.db.asset;

import org.springframework.stereotype.Component;

@Component
public class DeletingAssets {

    /** Marks it purged and removes the object; false when the organisation has no such asset. */
    public boolean delete(String orgId, String assetId, String actor, String requestId) {
        throw new IllegalStateException("not yet");
    }
}
