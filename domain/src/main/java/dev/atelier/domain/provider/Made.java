package dev.atelier.domain.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A finished result.
 *
 * @param units what the provider says it counted, by source ({@code image}, {@code tokens}, {@code task})
 */
public record Made(List<ResultFile> files, Map<String, BigDecimal> units) {
}
