package dev.atelier.providers.replicate;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Wire;

/**
 * Reads an account's predictions, newest first, page after page. They bear no marker of ours; what was asked for stands
 * in them for an hour, so a lost create is the only unknown one of this model with this prompt.
 */
final class PredictionList {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_PAGES = 50;

    private final Wire wire;

    PredictionList(Wire wire) {
        this.wire = wire;
    }

    Listing since(Instant since, Credential as) {
        Map<TaskId, JsonNode> read = new LinkedHashMap<>();
        boolean complete = read(since, as, read);
        List<Listing.Entry> tasks = read.entrySet().stream().map(each -> entry(each.getKey(), each.getValue()))
                .filter(each -> each.begun() == null || !each.begun().isBefore(since)).toList();
        return new Listing(tasks, complete);
    }

    Found find(Order lost, Instant since, Set<TaskId> known, Credential as) {
        Map<TaskId, JsonNode> read = new LinkedHashMap<>();
        boolean complete = read(since, as, read);
        List<TaskId> candidates = read.entrySet().stream().filter(each -> !known.contains(each.getKey()))
                .filter(each -> couldBe(each.getValue(), lost, since)).map(Map.Entry::getKey).toList();
        if (!complete) {
            return new Found.Undecided("the provider's list cannot be read to its end now");
        }
        return switch (candidates.size()) {
            case 0 -> new Found.Absent();
            case 1 -> new Found.Task(candidates.getFirst());
            default -> new Found.Undecided(candidates.size() + " predictions could be it");
        };
    }

    /** What the list does not tell of a prediction is taken to fit. */
    private static boolean couldBe(JsonNode prediction, Order lost, Instant since) {
        String model = Json.text(prediction, "model");
        String version = Json.text(prediction, "version");
        String prompt = Json.text(prediction.path("input"), "prompt");
        Instant begun = begun(prediction);
        boolean sameModel = model == null && version == null || lost.model().equals(model)
                || version != null && lost.model().endsWith(":" + version)
                || model != null && lost.model().startsWith(model + ":");
        return sameModel && (begun == null || !begun.isBefore(since))
                && (prompt == null || lost.input().prompt() == null || prompt.equals(lost.input().prompt()));
    }

    /** True when everything since then was read. */
    private boolean read(Instant since, Credential as, Map<TaskId, JsonNode> read) {
        String next = as.baseUrl() + "/predictions";
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<ObjectNode> list = Predictions.said(wire.say(Ask.get(next, Bearer.headers(as), PATIENCE))
                    .reply()).filter(body -> body.path("results").isArray());
            if (list.isEmpty()) {
                return false;
            }
            Instant last = null;
            for (JsonNode prediction : list.get().path("results")) {
                String id = Json.text(prediction, "id");
                if (id == null) {
                    return false;
                }
                read.put(new TaskId(id), prediction);
                last = begun(prediction);
            }
            String following = Json.text(list.get(), "next");
            if (following == null || last != null && last.isBefore(since)) {
                return true;
            }
            // Our key goes nowhere but to where the account is.
            if (!sameHost(following, as.baseUrl())) {
                return false;
            }
            next = following;
        }
        return false;
    }

    private static boolean sameHost(String url, URI base) {
        try {
            URI next = URI.create(url);
            return base.getScheme().equals(next.getScheme()) && base.getAuthority().equals(next.getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Listing.Entry entry(TaskId id, JsonNode prediction) {
        return new Listing.Entry(id, null, Json.text(prediction, "model"), Json.text(prediction, "status"),
                begun(prediction));
    }

    private static Instant begun(JsonNode prediction) {
        String created = Json.text(prediction, "created_at");
        try {
            return created == null ? null : OffsetDateTime.parse(created).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
