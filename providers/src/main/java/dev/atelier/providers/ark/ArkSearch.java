package dev.atelier.providers.ark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Wire;

/**
 * Looks for a lost create in Ark's list: by our marker; else, where the list gives no markers back, by being the only
 * unknown task of this model since then. Whether it is absent can be said only of a list read to its end.
 */
final class ArkSearch {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final Wire wire;

    ArkSearch(Wire wire) {
        this.wire = wire;
    }

    Found find(Order lost, Instant since, Set<TaskId> known, Credential as) {
        List<TaskId> candidates = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode items = items(wire.say(Ask.get(as.baseUrl() + Ark.TASKS + "?page_num=" + page + "&page_size="
                    + PAGE + "&filter.model=" + encoded(lost.model()), Ark.headers(as, lost.marker()), PATIENCE))
                    .reply());
            if (items == null) {
                return new Found.Undecided("the provider's list cannot be read now");
            }
            boolean older = false;
            for (JsonNode item : items) {
                String id = Json.text(item, "id");
                if (lost.marker().equals(Json.text(item, "safety_identifier"))) {
                    return new Found.Task(new TaskId(id));
                }
                older |= item.path("created_at").asLong(Long.MAX_VALUE) < since.getEpochSecond();
                if (couldBe(item, id, lost, since, known)) {
                    candidates.add(new TaskId(id));
                }
            }
            if (items.size() < PAGE || older) {
                return judged(candidates);
            }
        }
        return new Found.Undecided("the provider's list is longer than " + MOST_PAGES * PAGE + " tasks");
    }

    private static boolean couldBe(JsonNode item, String id, Order lost, Instant since, Set<TaskId> known) {
        return id != null && Json.text(item, "safety_identifier") == null && !known.contains(new TaskId(id))
                && lost.model().equals(Json.text(item, "model"))
                && item.path("created_at").asLong(0) >= since.getEpochSecond();
    }

    private static Found judged(List<TaskId> candidates) {
        return switch (candidates.size()) {
            case 0 -> new Found.Absent();
            case 1 -> new Found.Task(candidates.getFirst());
            default -> new Found.Undecided(candidates.size() + " tasks could be it");
        };
    }

    /** Null when the answer is not a list. */
    static JsonNode items(Reply reply) {
        return reply instanceof Reply.Heard heard && heard.good()
                ? Json.object(heard.body()).map(body -> body.get("items")).filter(JsonNode::isArray).orElse(null)
                : null;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
