package dev.atelier.domain.line;

import java.time.Instant;
import java.util.Set;

/**
 * An account with at least one free slot of a medium.
 *
 * @param ownerOrgId null: shared by all; else it serves this organisation alone
 * @param models     the provider models it serves; null: all
 * @param slots      1–31
 * @param mask       bit n set: slot n is held
 * @param usedToday  sent since the last reset, held slots included
 * @param worn       it failed much lately: others of its priority come first
 * @param leftToday  how many more its day allows; Integer.MAX_VALUE: any number
 */
public record Seat(String accountId, String ownerOrgId, int priority, int slots, int mask, int usedToday,
        int leftToday, boolean worn, Instant created, Set<String> models, Set<String> notModels) {

    public static final int MOST_SLOTS = 31;

    public boolean serves(Waiting waiting) {
        boolean mine = ownerOrgId == null || ownerOrgId.equals(waiting.orgId());
        boolean fits = models == null || models.contains(waiting.model());
        return mine && fits && !notModels.contains(waiting.model());
    }

    public boolean hasFreeSlot() {
        return lowestFreeSlot() < slots && leftToday > 0;
    }

    int lowestFreeSlot() {
        return Integer.numberOfTrailingZeros(~mask);
    }

    Seat taking(int slot) {
        return new Seat(accountId, ownerOrgId, priority, slots, mask | 1 << slot, usedToday + 1, leftToday - 1,
                worn, created, models, notModels);
    }
}
