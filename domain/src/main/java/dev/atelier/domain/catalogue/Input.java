package dev.atelier.domain.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a user asks a model for. In a request every field may be absent (null); after {@link InputRules} has read it,
 * what the model has is filled in.
 *
 * @param images         asset ids or public https URLs
 * @param duration       seconds
 * @param sampleStrength 0.0–1.0, two decimals
 * @param responseFormat {@code url} or {@code b64_json}
 */
public record Input(String prompt, String negativePrompt, List<String> images, String ratio, String resolution,
        Integer duration, Boolean intelligentRatio, BigDecimal sampleStrength, String responseFormat) {

    public List<String> imagesOrNone() {
        return images == null ? List.of() : images;
    }
}
