package dev.atelier.db.account;

import java.time.Instant;

import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.UnavailableReason;

/** The eight columns an account has per medium, without its counter: that belongs to the ledger and the reset. */
record MediumRow(MediumStatus status, int slots, Integer dayLimit, UnavailableReason reason, Instant since,
        Instant until) {

    static MediumRow available(int slots, Integer dayLimit) {
        return new MediumRow(MediumStatus.AVAILABLE, slots, dayLimit, null, null, null);
    }

    MediumRow back() {
        return available(slots, dayLimit);
    }

    MediumRow switchedOff(Instant now) {
        return new MediumRow(MediumStatus.UNAVAILABLE, slots, dayLimit, UnavailableReason.MANUAL, now, null);
    }

    MediumRow with(int otherSlots, Integer otherDayLimit) {
        return new MediumRow(status, otherSlots, otherDayLimit, reason, since, until);
    }

    boolean offBecauseOf(UnavailableReason cause) {
        return status != MediumStatus.AVAILABLE && reason == cause;
    }

    /** Quota and rate pass by themselves, whoever touches the account meanwhile. */
    boolean restsForAWhile() {
        return offBecauseOf(UnavailableReason.QUOTA) || offBecauseOf(UnavailableReason.RATE);
    }
}
