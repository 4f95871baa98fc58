package dev.atelier.db.job;

import java.time.Instant;

import dev.atelier.domain.job.JobRef;

/**
 * A job to be told. {@code due} identifies this telling: clearing it leaves a newer one in place.
 *
 * @param first   its workflow was never started
 * @param summary one line for the Web UI; no prompt
 */
public record Tell(JobRef job, Instant due, boolean first, String summary) {
}
