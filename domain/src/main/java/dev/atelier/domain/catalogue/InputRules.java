package dev.atelier.domain.catalogue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Reads a request's input against a model's limits, before anything is stored or paid. */
public final class InputRules {

    private final Limits limits;
    private final List<Violation> violations = new ArrayList<>();

    private InputRules(Limits limits) {
        this.limits = limits;
    }

    /** Either what was wrong, or the input with the model's defaults filled in. */
    public record Reading(Input input, List<Violation> violations) {

        public boolean good() {
            return violations.isEmpty();
        }
    }

    public static Reading read(Input asked, Limits limits) {
        return new InputRules(limits).read(asked);
    }

    private Reading read(Input asked) {
        prompt(asked.prompt());
        images(asked.imagesOrNone());
        Input input = new Input(asked.prompt(), negativePrompt(asked.negativePrompt()), asked.imagesOrNone(),
                oneOf("ratio", asked.ratio(), limits.ratios(), limits.defaultRatio()),
                oneOf("resolution", asked.resolution(), limits.resolutions(), limits.defaultResolution()),
                oneOf("duration", asked.duration(), limits.durations(), limits.defaultDuration()),
                intelligentRatio(asked.intelligentRatio()), sampleStrength(asked),
                oneOf("response_format", asked.responseFormat(), limits.responseFormats(),
                        limits.responseFormats().contains("url") ? "url" : null));
        return new Reading(input, List.copyOf(violations));
    }

    private void prompt(String prompt) {
        boolean blank = prompt == null || prompt.isBlank();
        if (blank && limits.promptRequired()) {
            refuse("prompt", "must not be empty: say what to make");
        }
        text("prompt", prompt);
    }

    private String negativePrompt(String negative) {
        if (negative != null && !limits.negativePrompt()) {
            refuse("negative_prompt", "this model takes none");
        } else {
            text("negative_prompt", negative);
        }
        return negative;
    }

    private void text(String field, String text) {
        if (text == null) {
            return;
        }
        if (text.indexOf('\0') >= 0) {
            refuse(field, "must not contain the NUL character");
        }
        // JSON can carry half a surrogate pair; no database can.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            refuse(field, "must be whole Unicode characters");
        }
        if (text.codePointCount(0, text.length()) > limits.maxPromptChars()) {
            refuse(field, "must have at most " + limits.maxPromptChars() + " characters for this model");
        }
    }

    private void images(List<String> images) {
        int count = images.size();
        if (count < limits.minImages() || count > limits.maxImages()) {
            String range = limits.minImages() == limits.maxImages()
                    ? "exactly " + limits.minImages()
                    : limits.minImages() + " to " + limits.maxImages();
            refuse("images", "this model takes " + range + " image(s), not " + count);
        }
        if (images.stream().anyMatch(each -> each == null || each.isBlank())) {
            refuse("images", "each must be an asset id or a public https URL");
        }
    }

    private <T> T oneOf(String field, T asked, List<T> known, T otherwise) {
        if (asked == null) {
            return known.isEmpty() ? null : Objects.requireNonNullElse(otherwise, known.getFirst());
        }
        if (known.isEmpty()) {
            refuse(field, "this model has no such parameter");
        } else if (known.stream().noneMatch(Predicate.isEqual(asked))) {
            refuse(field, "'" + asked + "' is not one of " + known);
        }
        return asked;
    }

    private Boolean intelligentRatio(Boolean asked) {
        if (Boolean.TRUE.equals(asked) && !limits.intelligentRatio()) {
            refuse("intelligent_ratio", "this model cannot choose the ratio by itself");
        }
        return asked;
    }

    private BigDecimal sampleStrength(Input asked) {
        BigDecimal strength = asked.sampleStrength();
        if (strength == null) {
            return null;
        }
        if (!limits.sampleStrength()) {
            refuse("sample_strength", "this model has no such parameter");
        } else if (asked.imagesOrNone().isEmpty()) {
            refuse("sample_strength", "means something only together with images");
        } else if (strength.signum() < 0 || strength.compareTo(BigDecimal.ONE) > 0) {
            refuse("sample_strength", "must be from 0.0 to 1.0");
        } else if (strength.stripTrailingZeros().scale() > 2) {
            refuse("sample_strength", "must have at most two decimals");
        }
        return strength;
    }

    private void refuse(String field, String message) {
        violations.add(new Violation("input." + field, message));
    }
}
