package dev.atelier.providers.meshy;

import java.time.Duration;
import java.time.Instant;
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
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Wire;

/**
 * Reads an account's tasks, a list each collection, newest first. They bear no marker of ours: a lost create is the only
 * unknown task of its collection and prompt since then.
 */
final class MeshyList {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 40;

    private final Wire wire;

    MeshyList(Wire wire) {
        this.wire = wire;
    }

    Listing since(Instant since, Credential as) {
        Map<TaskId, JsonNode> read = new LinkedHashMap<>();
        boolean complete = true;
        for (String collection : List.of(MeshyBodies.WORDS, MeshyBodies.IMAGE, MeshyBodies.IMAGES)) {
            complete &= read(collection, since, as, read);
        }
        return new Listing(read.entrySet().stream().map(each -> new Listing.Entry(each.getKey(), null,
                Json.text(each.getValue(), "ai_model"), Json.text(each.getValue(), "status"), begun(each.getValue())))
                .filter(each -> each.begun() == null || !each.begun().isBefore(since)).toList(), complete);
    }

    Found find(Order lost, Instant since, Set<TaskId> known, Credential as) {
        Map<TaskId, JsonNode> read = new LinkedHashMap<>();
        if (!read(MeshyBodies.of(lost).collection(), since, as, read)) {
            return new Found.Undecided("the provider's list cannot be read to its end now");
        }
        List<TaskId> candidates = read.entrySet().stream().filter(each -> !known.contains(each.getKey()))
                .filter(each -> couldBe(each.getValue(), lost, since)).map(Map.Entry::getKey).toList();
        return switch (candidates.size()) {
            case 0 -> new Found.Absent();
            case 1 -> new Found.Task(candidates.getFirst());
            default -> new Found.Undecided(candidates.size() + " tasks could be it");
        };
    }

    /** What the list does not tell of a task is taken to fit. */
    private static boolean couldBe(JsonNode task, Order lost, Instant since) {
        Instant begun = begun(task);
        String prompt = Json.text(task, "prompt");
        return (begun == null || !begun.isBefore(since))
                && (prompt == null || !lost.images().isEmpty() || prompt.equals(lost.input().prompt()));
    }

    /** True when everything since then was read. */
    private boolean read(String collection, Instant since, Credential as, Map<TaskId, JsonNode> read) {
        for (int page = 1; page <= MOST_PAGES; page++) {
            Reply reply = wire.say(Ask.get(as.baseUrl() + "/" + collection + "?page_size=" + PAGE + "&page_num=" + page
                    + "&sort_by=-created_at", Bearer.headers(as), PATIENCE)).reply();
            Optional<JsonNode> tasks = reply instanceof Reply.Heard heard && heard.good()
                    ? Json.value(heard.body()).filter(JsonNode::isArray)
                    : Optional.empty();
            if (tasks.isEmpty()) {
                return false;
            }
            Instant last = null;
            for (JsonNode task : tasks.get()) {
                if (Json.text(task, "id") == null) {
                    return false;
                }
                read.put(new TaskId(collection + "/" + Json.text(task, "id")), task);
                last = begun(task);
            }
            if (tasks.get().size() < PAGE || last != null && last.isBefore(since)) {
                return true;
            }
        }
        return false;
    }

    private static Instant begun(JsonNode task) {
        Long created = Json.whole(task, "created_at");
        return created == null || created <= 0 ? null : Instant.ofEpochMilli(created);
    }
}
