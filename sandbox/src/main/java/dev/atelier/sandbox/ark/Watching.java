package dev.atelier.sandbox.ark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.script.Faults;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.script.Turns;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reading, listing and deleting tasks. */
record Watching(Tasks tasks, TaskJson json, Journal journal, Faults faults, Turns turns, Clock clock) {

    Reply poll(ArkKey key, String id) {
        Task task = tasks.find(key, id).orElseThrow(() -> new Refused(ArkRefusal.noTask(id)));
        String prompt = task.request().prompt();
        Word word = faults.take(Operation.POLL, List.of(prompt)).or(() -> turn(task)).orElse(Word.OK);
        journal.write(Entry.of(Operation.POLL, key.label(), id, prompt, word.outcome()));
        return Wording.reply(word, () -> Reply.json(200, json.show(task, clock.instant())));
    }

    Reply list(ArkKey key, Request request) {
        TaskList wanted = TaskList.read(request);
        Instant now = clock.instant();
        List<Task> matching = wanted.matching(tasks, key, now);
        List<Task> page = wanted.page(matching);
        List<String> prompts = page.stream().map(task -> task.request().prompt()).toList();
        Word word = faults.take(Operation.LIST, prompts).or(() -> turn(wanted, page)).orElse(Word.OK);
        List<String> ids = wanted.ids().isEmpty()
                ? page.stream().map(Task::id).toList()
                : new ArrayList<>(wanted.ids());
        journal.write(Entry.list(key.label(), ids, word.outcome()));
        ObjectNode empty = Json.object().put("total", 0);
        empty.putArray("items");
        return Wording.reply(word, () -> shown(matching.size(), page, now), Reply.json(200, empty));
    }

    Reply delete(ArkKey key, String id) {
        String prompt = tasks.find(key, id).map(task -> task.request().prompt()).orElse(null);
        Word word = faults.take(Operation.CANCEL, prompt == null ? List.of() : List.of(prompt)).orElse(Word.OK);
        Optional<ArkRefusal> refusal = word.accepts() ? tasks.delete(key, id) : ArkRefusal.of(word);
        journal.write(Entry.of(Operation.CANCEL, key.label(), id, prompt,
                refusal.isPresent() ? Outcome.REJECTED : word.outcome()));
        return refusal.<Reply>map(ArkRefusal::reply)
                .orElseGet(() -> Wording.reply(word, () -> Reply.json(200, Json.object())));
    }

    private Reply.Whole shown(int total, List<Task> page, Instant now) {
        ObjectNode body = Json.object().put("total", total);
        ArrayNode items = body.putArray("items");
        page.forEach(task -> items.add(json.show(task, now)));
        return Reply.json(200, body);
    }

    private Optional<Word> turn(Task task) {
        return turns.next("poll " + task.id(), task.id(), Tags.of(task.request().prompt()).poll());
    }

    /** A list that names its tasks looks at each of them; the first that is due for trouble decides. */
    private Optional<Word> turn(TaskList wanted, List<Task> page) {
        return wanted.ids().isEmpty()
                ? Optional.empty()
                : page.stream().flatMap(task -> turn(task).stream()).filter(word -> word != Word.OK).findFirst();
    }
}
