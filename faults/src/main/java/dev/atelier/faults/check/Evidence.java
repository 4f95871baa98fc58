package dev.atelier.faults.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * All that is looked at. What is not there (no storage given, no provider's journal) is not judged.
 *
 * @param storage      folder with {@code objects} and {@code tmp}, or null
 * @param logs         of every part of the house, {@code NAME.log}; the names are all a violation shows
 * @param journal      what the provider received, oldest first, or null
 * @param histories    of workflows, or null
 * @param acknowledged job ids a client was given, by the idempotency key it sent
 * @param secrets      must stand nowhere in plain: logs, histories, columns
 * @param words        of prompts, which must not stand in histories
 * @param chains       the audit chains, or null: they can be verified only with the key that sealed them
 * @param now          the moment of judgement
 * @param atRest       all work is over: nothing may be open, held or untold
 */
public record Evidence(Books books, Path storage, List<Path> logs, List<JsonNode> journal, Histories histories,
        Map<String, Set<String>> acknowledged, List<String> secrets, List<String> words,
        AuditChains chains, Instant now, boolean atRest) {

    /** The database and nothing else. */
    public static Evidence of(Books books, Instant now, boolean atRest) {
        return new Evidence(books, null, List.of(), null, null, Map.of(), List.of(), List.of(), null, now, atRest);
    }

    public Evidence storage(Path folder) {
        return new Evidence(books, folder, logs, journal, histories, acknowledged, secrets, words, chains, now, atRest);
    }

    public Evidence logs(List<Path> files) {
        return new Evidence(books, storage, files, journal, histories, acknowledged, secrets, words, chains, now,
                atRest);
    }

    public Evidence journal(List<JsonNode> rows) {
        return new Evidence(books, storage, logs, rows, histories, acknowledged, secrets, words, chains, now, atRest);
    }

    public Evidence histories(Histories all) {
        return new Evidence(books, storage, logs, journal, all, acknowledged, secrets, words, chains, now, atRest);
    }

    public Evidence acknowledged(Map<String, Set<String>> ids) {
        return new Evidence(books, storage, logs, journal, histories, ids, secrets, words, chains, now, atRest);
    }

    public Evidence secrets(List<String> plain, List<String> ofPrompts) {
        return new Evidence(books, storage, logs, journal, histories, acknowledged, plain, ofPrompts, chains, now,
                atRest);
    }

    public Evidence chains(AuditChains verified) {
        return new Evidence(books, storage, logs, journal, histories, acknowledged, secrets, words, verified, now,
                atRest);
    }
}
