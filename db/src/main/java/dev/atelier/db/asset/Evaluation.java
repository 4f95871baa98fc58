package dev.atelier.db.asset;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A judgement of a model.
 *
 * @param evaluator auto (by rule) or human
 * @param rubricId version of the rule; judgements by equal ones compare
 * @param rating 0 to 5
 * @param metricsJson what it rests on
 */
public record Evaluation(String evaluator, String rubricId, BigDecimal rating, String metricsJson, String comment,
        Instant at) {
}
