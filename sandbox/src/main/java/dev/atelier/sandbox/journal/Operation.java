package dev.atelier.sandbox.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request asked of the provider. What the provider told somebody by callback is {@link #OTHER}, with its prompt. */
public enum Operation {
    @JsonProperty("submit")
    SUBMIT, @JsonProperty("poll")
    POLL, @JsonProperty("list")
    LIST, @JsonProperty("download")
    DOWNLOAD, @JsonProperty("cancel")
    CANCEL, @JsonProperty("upload")
    UPLOAD, @JsonProperty("other")
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Operation> of(String word) {
        return Arrays.stream(values()).filter(operation -> operation.word().equals(word)).findFirst();
    }
}
