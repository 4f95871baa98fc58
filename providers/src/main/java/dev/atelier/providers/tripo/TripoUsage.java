package dev.atelier.providers.tripo;

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
 * Tripo's only list of one's tasks is that of what they used, newest first. It gives back no marker and no prompt, and
 * whether a task stands in it before it has ended is documented nowhere: so a task may be found there, but its absence
 * proves nothing unless the catalogue says that it does ({@code usage_proves_absence}).
 */
final class TripoUsage {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 40;

    private final Wire wire;

    TripoUsage(Wire wire) {
        this.wire = wire;
    }

    Listing since(Instant since, Credential as) {
        Map<TaskId, Listing.Entry> read = new LinkedHashMap<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<JsonNode> items = items(page, as);
            if (items.isEmpty() || !take(items.get(), read)) {
                return new Listing(young(read, since), false);
            }
            boolean older = items.get().size() > 0
                    && begun(items.get().get(items.get().size() - 1)) instanceof Instant last && last.isBefore(since);
            if (items.get().size() < PAGE || older) {
                return new Listing(young(read, since), true);
            }
        }
        return new Listing(young(read, since), false);
    }

    Found find(Order lost, Instant since, Set<TaskId> known, Credential as) {
        Listing listing = since(since, as);
        String type = TripoBodies.of(lost, lost.images()).path().replaceFirst(".*/", "").replace('-', '_');
        List<TaskId> candidates = listing.tasks().stream()
                .filter(entry -> entry.model() == null || entry.model().equals(type)).map(Listing.Entry::task)
                .filter(task -> !known.contains(task)).toList();
        if (!listing.complete()) {
            return new Found.Undecided("the provider's list of usage cannot be read to its end now");
        }
        return switch (candidates.size()) {
            case 0 -> Boolean.TRUE.equals(lost.settings().get("usage_proves_absence"))
                    ? new Found.Absent()
                    : new Found.Undecided("the provider lists what was used, perhaps not what still runs");
            case 1 -> new Found.Task(candidates.getFirst());
            default -> new Found.Undecided(candidates.size() + " tasks could be it");
        };
    }

    private Optional<JsonNode> items(int page, Credential as) {
        return TripoTasks.data(wire.say(Ask.get(as.baseUrl() + "/account/usage?limit=" + PAGE + "&offset="
                + page * PAGE, Bearer.headers(as), PATIENCE)).reply())
                .map(data -> data.isArray() ? data : data.path("items")).filter(JsonNode::isArray);
    }

    /** False when an entry names no task: such a list proves nothing. */
    private static boolean take(JsonNode items, Map<TaskId, Listing.Entry> read) {
        for (JsonNode item : items) {
            String id = Json.text(item, "task_id");
            if (id == null) {
                return false;
            }
            read.put(new TaskId(id), new Listing.Entry(new TaskId(id), null, Json.text(item, "type"),
                    Json.text(item, "status"), begun(item)));
        }
        return true;
    }

    private static Instant begun(JsonNode item) {
        String created = Json.text(item, "created_at");
        try {
            return created == null ? null : OffsetDateTime.parse(created).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static List<Listing.Entry> young(Map<TaskId, Listing.Entry> read, Instant since) {
        return read.values().stream().filter(each -> each.begun() == null || !each.begun().isBefore(since)).toList();
    }
}
