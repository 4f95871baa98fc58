package dev.atelier.providers.rodin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Json;

/**
 * Rodin names a task twice, and both are needed.
 *
 * @param uuid         what its files are fetched by
 * @param subscription what it is looked at by: a signed token, longer than any id
 */
record RodinHandle(String uuid, String subscription) {

    private static final Pattern WRITTEN = Pattern.compile("([\\w-]{1,64})/([\\x21-\\x7e]{1,500})");

    static Optional<RodinHandle> named(JsonNode created) {
        String uuid = Json.text(created, "uuid");
        String subscription = Json.text(created.path("jobs"), "subscription_key");
        return uuid == null || subscription == null ? Optional.empty() : of(uuid + "/" + subscription);
    }

    /** A person may adopt a task by whatever they type. */
    static Optional<RodinHandle> of(TaskId task) {
        return of(task.value());
    }

    private static Optional<RodinHandle> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches() ? Optional.of(new RodinHandle(parts.group(1), parts.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return uuid + "/" + subscription;
    }
}
