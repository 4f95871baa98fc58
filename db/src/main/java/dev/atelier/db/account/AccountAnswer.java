package dev.atelier.db.account;

import java.util.List;

import dev.atelier.domain.catalogue.Violation;

/** What became of a wish to change the pool. */
public sealed interface AccountAnswer {

    /** @param revived it had been deleted before */
    record Done(AccountView account, boolean revived) implements AccountAnswer {
    }

    record Missing() implements AccountAnswer {
    }

    /** This credential is in the pool already, for the same provider and site. */
    record Duplicate(String accountId) implements AccountAnswer {
    }

    /** Somebody changed it since it was read. */
    record Stale(AccountView account) implements AccountAnswer {
    }

    record Invalid(List<Violation> violations) implements AccountAnswer {
    }
}
