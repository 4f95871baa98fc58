package dev.atelier.sandbox.rodin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.result.Results;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Status;
import dev.atelier.sandbox.task.Task;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows a task as Rodin does: several jobs under one key, and a list of files once they are done. */
record RodinTask(Results results) {
    private static final Duration SIGNED = Duration.ofMinutes(10);
    private static final int JOBS = 3;

    /** What is remembered of a task: its jobs and a key as long as the real ones, which are signed tokens. */
    static ObjectNode remembered(String uuid) {
        ObjectNode json = Json.object();
        ArrayNode jobs = json.putArray("jobs");
        Stream.generate(UUID::randomUUID).limit(JOBS).forEach(job -> jobs.add(job.toString()));
        String claims = uuid + " " + String.join(" ", text(jobs));
        return json.put("key", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8)));
    }

    /** The task that a key is for, if it is a key. */
    static Optional<String> uuid(String key) {
        try {
            String claims = new String(Base64.getUrlDecoder().decode(key.substring(key.indexOf('.') + 1)),
                    StandardCharsets.UTF_8);
            return Optional.of(claims.split(" ", 2)[0]);
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    static ObjectNode created(Task task) {
        ObjectNode json = Json.object().putNull("error").put("message", "Submitted.").put("uuid", task.id())
                .put("submit_time", Instant.ofEpochMilli(task.createdAt()).toString());
        ObjectNode jobs = json.putObject("jobs").put("subscription_key", task.request().path("key").asText());
        jobs.set("uuids", task.request().path("jobs"));
        return json;
    }

    ObjectNode status(Task task, Instant now) {
        ObjectNode json = Json.object().putNull("error");
        ArrayNode jobs = json.putArray("jobs");
        List<String> words = words(task.status(now));
        for (int job = 0; job < JOBS; job++) {
            jobs.addObject().put("uuid", task.request().path("jobs").path(job).asText()).put("status", words.get(job));
        }
        return json;
    }

    /** Incomplete before all is done. */
    ObjectNode files(Task task, Instant now) {
        ObjectNode json = Json.object().put("error", "OK");
        ArrayNode list = json.putArray("list");
        if (task.status(now) == Status.SUCCEEDED) {
            task.results().forEach((role, token) -> list.addObject().put("url", results.url(token, now.plus(SIGNED)))
                    .put("name", role));
        }
        return json;
    }

    private static List<String> words(Status status) {
        return switch (status) {
            case QUEUED -> List.of("Waiting", "Waiting", "Waiting");
            case RUNNING -> List.of("Done", "Generating", "Waiting");
            case SUCCEEDED -> List.of("Done", "Done", "Done");
            case FAILED, EXPIRED, CANCELLED -> List.of("Done", "Failed", "Done");
            case ODD -> List.of("Done", "Dreaming", "Done");
        };
    }

    private static List<String> text(JsonNode jobs) {
        return jobs.valueStream().map(JsonNode::asText).toList();
    }
}
