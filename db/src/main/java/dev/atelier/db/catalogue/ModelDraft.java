package dev.atelier.db.catalogue;

import java.math.BigDecimal;
import java.util.Map;

import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.job.Kind;

/**
 * A model as somebody wants it.
 *
 * @param name   public name, {@code provider/model}
 * @param status null: active, or as it is
 */
public record ModelDraft(String name, String remoteName, Kind kind, Limits limits, Map<String, BigDecimal> pricing,
        Map<String, Object> settings, String status) {

    /** {@code ark} of {@code ark/seedream-4.5}. */
    String provider() {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }
}
