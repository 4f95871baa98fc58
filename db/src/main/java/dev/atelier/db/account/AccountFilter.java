package dev.atelier.db.account;

import dev.atelier.domain.account.AccountStatus;

/** What to list, newest first. Null: not asked for. {@code limit} 1–100. {@code startingAfter}: an account id. */
public record AccountFilter(String provider, String orgId, AccountStatus status, int limit, String startingAfter) {
}
