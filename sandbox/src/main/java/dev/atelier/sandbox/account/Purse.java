package dev.atelier.sandbox.account;

/**
 * What an account may still spend; a null is no limit.
 *
 * @param credit submits that are paid for already
 * @param daily  submits a day, the day turning at midnight in Shanghai as the provider's does
 * @param day    the day {@code spent} belongs to, as in {@code 2026-01-31}
 */
public record Purse(String provider, String account, Long credit, Long daily, String day, long spent) {

    Purse on(String today) {
        return today.equals(day) ? this : new Purse(provider, account, credit, daily, today, 0);
    }

    boolean empty() {
        return credit != null && credit < 1;
    }

    boolean usedUp() {
        return daily != null && spent >= daily;
    }

    Purse less() {
        return new Purse(provider, account, credit == null ? null : credit - 1, daily, day, spent + 1);
    }
}
