package dev.atelier.sandbox.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a body's fields strictly; JSON null counts as absent, for the provider's own client sends it everywhere. */
public record Fields(JsonNode body, Refusals refusals) {
    private static final int LONGEST_PROMPT = 20_000;
    private static final int LONGEST_MODEL = 200;
    private static final Pattern PICTURE = Pattern.compile("(https?://|asset://|data:image/[a-z0-9.+-]+;base64,).");

    public static Fields of(JsonNode body, Refusals refusals) {
        if (!body.isObject()) {
            throw new Refused(refusals.invalid("body", "it must be a JSON object"));
        }
        return new Fields(body, refusals);
    }

    public Optional<JsonNode> any(String name) {
        return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
    }

    public Optional<String> text(String name) {
        return any(name).map(value -> {
            if (!value.isTextual()) {
                throw new Refused(refusals.invalid(name, "it must be a string"));
            }
            return value.asText();
        });
    }

    public String required(String name) {
        return text(name).filter(value -> !value.isBlank())
                .orElseThrow(() -> new Refused(refusals.missing(name)));
    }

    /** Bounded, because what is kept of a task must be; no real prompt comes near. */
    public String prompt(String text) {
        if (text.length() > LONGEST_PROMPT) {
            throw new Refused(refusals.invalid("prompt", "it has more than " + LONGEST_PROMPT + " characters"));
        }
        return text;
    }

    public String model() {
        String model = required("model");
        if (model.length() > LONGEST_MODEL) {
            throw new Refused(refusals.invalid("model", "it has more than " + LONGEST_MODEL + " characters"));
        }
        return model;
    }

    public Optional<Long> whole(String name, long least, long most) {
        return any(name).map(value -> {
            if (!value.isIntegralNumber() || value.asLong() < least || value.asLong() > most) {
                throw new Refused(refusals.invalid(name, "it must be an integer from " + least + " to " + most));
            }
            return value.asLong();
        });
    }

    public boolean flag(String name, boolean otherwise) {
        return any(name).map(value -> {
            if (!value.isBoolean()) {
                throw new Refused(refusals.invalid(name, "it must be true or false"));
            }
            return value.asBoolean();
        }).orElse(otherwise);
    }

    public Optional<String> oneOf(String name, List<String> words) {
        return text(name).map(value -> {
            if (!words.contains(value)) {
                throw new Refused(refusals.invalid(name, "it must be one of " + words));
            }
            return value;
        });
    }

    /** What the provider takes for a picture: an address, a data URI, an asset of its own. */
    public void checkPicture(String name, String picture) {
        if (!PICTURE.matcher(picture).lookingAt()) {
            throw new Refused(refusals.invalid(name, "it must be a URL or a data URI of an image"));
        }
    }
}
