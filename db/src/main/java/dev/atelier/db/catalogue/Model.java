package dev.atelier.db.catalogue;

import java.math.BigDecimal;
import java.util.Map;

import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.job.Kind;

/**
 * A provider's model as we offer it.
 *
 * @param id         row of provider_models
 * @param name       public name, {@code provider/model}
 * @param remoteName the provider's own name
 * @param pricing    US dollars per unit, keyed as the provider's units are ({@code image}, {@code tokens}, {@code task})
 * @param settings   for the adapter alone
 */
public record Model(String id, String providerId, String provider, String name, String remoteName, Kind kind,
        Limits limits, Map<String, BigDecimal> pricing, Map<String, Object> settings, String status) {
}
