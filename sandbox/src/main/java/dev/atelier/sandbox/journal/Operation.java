package dev.atelier.sandbox.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request asked of the provider; a callback is what the provider told somebody. */
public enum Operation {
    @JsonProperty("submit")
    SUBMIT, @JsonProperty("poll")
    POLL, @JsonProperty("list")
    LIST, @JsonProperty("download")
    DOWNLOAD, @JsonProperty("cancel")
    CANCEL, @JsonProperty("upload")
    UPLOAD, @JsonProperty("callback")
    CALLBACK, @JsonProperty("other")
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Operation> of(String word) {
        return Arrays.stream(values()).filter(operation -> operation.word().equals(word)).findFirst();
    }
}
