package dev.atelier.providers.ark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.job.Kind;
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
        if (lost.kind() == Kind.IMAGE) {
            // Whatever the catalogue says of it: its absence would prove nothing.
            return new Found.Undecided("an image is the call itself, no list holds it");
        }
        Reading reading = new Reading(lost, since.getEpochSecond(), known);
        for (int page = 1; page <= MOST_PAGES; page++) {
            // Not filtered by model: a filter that reads our name of it otherwise would answer with nothing, as if absent.
            ObjectNode list = list(wire.say(Ask.get(as.baseUrl() + Ark.TASKS + "?page_num=" + page + "&page_size="
                    + PAGE, Ark.headers(as, lost.marker()), PATIENCE)).reply());
            if (list == null || !reading.take(list.get("items"))) {
                return new Found.Undecided("the provider's list cannot be read now");
            }
            if (reading.complete(list)) {
                return reading.judged();
            }
        }
        return reading.marked.size() == 1
                ? reading.judged()
                : new Found.Undecided("the provider's list is longer than " + MOST_PAGES + " pages");
    }

    /** What was read of the list so far. Entries may come twice: the list grows at its head while it is read. */
    private static final class Reading {

        private final Order lost;
        private final long since;
        private final Set<TaskId> known;
        private final Set<TaskId> read = new HashSet<>();
        private final Set<TaskId> candidates = new HashSet<>();
        private final Set<TaskId> marked = new HashSet<>();
        private long first = Long.MIN_VALUE;
        private long last = Long.MAX_VALUE;
        private boolean newestFirst = true;

        private Reading(Order lost, long since, Set<TaskId> known) {
            this.lost = lost;
            this.since = since;
            this.known = known;
        }

        /** False when an entry names no task: such a list proves nothing. */
        private boolean take(JsonNode items) {
            for (JsonNode item : items) {
                String id = Json.text(item, "id");
                if (id == null) {
                    return false;
                }
                TaskId task = new TaskId(id);
                read.add(task);
                if (lost.marker().equals(Json.text(item, "safety_identifier"))) {
                    marked.add(task);
                }
                if (couldBe(item) && !known.contains(task)) {
                    candidates.add(task);
                }
                long created = item.path("created_at").asLong(Long.MAX_VALUE);
                first = first == Long.MIN_VALUE ? created : first;
                newestFirst &= created <= last;
                last = created;
            }
            return true;
        }

        /** What the list does not tell of a task is taken to fit. */
        private boolean couldBe(JsonNode item) {
            String model = Json.text(item, "model");
            boolean sameModel = model == null || model.equals(lost.model()) || lost.model().startsWith("ep-");
            return Json.text(item, "safety_identifier") == null && sameModel
                    && item.path("created_at").asLong(Long.MAX_VALUE) >= since;
        }

        /** The number of pages is the provider's to say: it may give fewer entries a page than were asked for. */
        private boolean complete(ObjectNode list) {
            int size = list.get("items").size();
            Long total = Json.whole(list, "total");
            boolean allRead = size == 0 || (total == null ? size < PAGE : read.size() >= total);
            // One old entry, or several of one moment, do not show an order.
            return allRead || newestFirst && last < first && last < since;
        }

        private Found judged() {
            if (!marked.isEmpty()) {
                return marked.size() == 1
                        ? new Found.Task(marked.iterator().next())
                        : new Found.Undecided(marked.size() + " tasks bear its marker");
            }
            return switch (candidates.size()) {
                case 0 -> new Found.Absent();
                case 1 -> new Found.Task(candidates.iterator().next());
                default -> new Found.Undecided(candidates.size() + " tasks could be it");
            };
        }
    }

    /** Null when the answer is not a list. */
    static ObjectNode list(Reply reply) {
        return reply instanceof Reply.Heard heard && heard.good()
                ? Json.object(heard.body()).filter(body -> body.path("items").isArray()).orElse(null)
                : null;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
