package dev.atelier.providers.ark;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads an account's whole list of tasks, as far back as is asked. Ark keeps a task for seven days. */
final class ArkList {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;

    private final Wire wire;

    ArkList(Wire wire) {
        this.wire = wire;
    }

    Listing since(Instant since, Credential as) {
        Map<TaskId, Listing.Entry> read = new LinkedHashMap<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            ObjectNode list = ArkSearch.list(wire.say(Ask.get(as.baseUrl() + Ark.TASKS + "?page_num=" + page
                    + "&page_size=" + PAGE, Ark.headers(as, "list"), PATIENCE)).reply());
            if (list == null || !take(list.path("items"), read)) {
                break;
            }
            Long total = Json.whole(list, "total");
            int size = list.path("items").size();
            if (size == 0 || (total == null ? size < PAGE : read.size() >= total)) {
                return new Listing(young(read, since), true);
            }
        }
        return new Listing(young(read, since), false);
    }

    /** False when an entry names no task: such a list proves nothing. */
    private static boolean take(JsonNode items, Map<TaskId, Listing.Entry> read) {
        for (JsonNode item : items) {
            String id = Json.text(item, "id");
            if (id == null) {
                return false;
            }
            Long begun = Json.whole(item, "created_at");
            read.put(new TaskId(id), new Listing.Entry(new TaskId(id), Json.text(item, "safety_identifier"),
                    Json.text(item, "model"), Json.text(item, "status"),
                    begun == null ? null : Instant.ofEpochSecond(begun)));
        }
        return true;
    }

    private static List<Listing.Entry> young(Map<TaskId, Listing.Entry> read, Instant since) {
        return read.values().stream().filter(each -> each.begun() == null || !each.begun().isBefore(since)).toList();
    }
}
