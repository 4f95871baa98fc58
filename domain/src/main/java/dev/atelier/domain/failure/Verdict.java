package dev.atelier.domain.failure;

import dev.atelier.domain.attempt.Billed;

/** One cell of the table. {@code code} is the API's and the seed's error code. */
public record Verdict(AccountEffect account, JobAction job, Billed billed, String code) {
}
