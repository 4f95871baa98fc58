package dev.atelier.sandbox.ark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.protocol.Looking;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Wording;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reading, listing and deleting tasks. */
record Watching(Tasks tasks, TaskJson json, Workshop workshop, Looking looking) {

    Reply poll(Key key, String id) {
        Task task = tasks.find(key, id).orElseThrow(() -> new Refused(ArkRefusal.noTask(id).reply()));
        return looking.poll(key, task, () -> Reply.json(200, json.show(task, workshop.clock().instant())));
    }

    Reply list(Key key, Request request) {
        TaskList wanted = TaskList.read(request);
        Instant now = workshop.clock().instant();
        List<Task> matching = wanted.matching(tasks, key, now);
        List<Task> page = wanted.page(matching);
        List<String> prompts = page.stream().map(Task::prompt).toList();
        Word word = workshop.faults().take(Operation.LIST, prompts).or(() -> turn(wanted, page)).orElse(Word.OK);
        List<String> ids = wanted.ids().isEmpty()
                ? page.stream().map(Task::id).toList()
                : new ArrayList<>(wanted.ids());
        workshop.journal().write(Entry.list(ArkApi.NAME, key.label(), ids, word.outcome()));
        ObjectNode empty = Json.object().put("total", 0);
        empty.putArray("items");
        return new Wording(ArkRefusals.ALL).reply(word, () -> shown(matching.size(), page, now),
                Reply.json(200, empty));
    }

    Reply delete(Key key, String id) {
        String prompt = tasks.find(key, id).map(Task::prompt).orElse(null);
        return looking.cancel(key, id, prompt, () -> refusal(key, id), () -> Reply.json(200, Json.object()));
    }

    /** Cancels what still waits and forgets what has ended; what runs cannot be stopped. */
    private Optional<Reply.Whole> refusal(Key key, String id) {
        AtomicReference<ArkRefusal> refusal = new AtomicReference<>();
        Instant now = workshop.clock().instant();
        boolean there = tasks.change(key, id, task -> switch (task.status(now)) {
            case QUEUED -> task.cancelled(now);
            case RUNNING, ODD -> {
                refusal.set(conflict("TaskRunningCannotCancel", "The task " + id + " is running."));
                yield task;
            }
            case CANCELLED -> {
                refusal.set(conflict("TaskCancelledCannotDelete", "The task " + id + " is cancelled already."));
                yield task;
            }
            case SUCCEEDED, FAILED, EXPIRED -> null;
        });
        return Optional.ofNullable(there ? refusal.get() : ArkRefusal.noTask(id)).map(ArkRefusal::reply);
    }

    private static ArkRefusal conflict(String code, String message) {
        return new ArkRefusal(409, code, message, "id");
    }

    private Reply.Whole shown(int total, List<Task> page, Instant now) {
        ObjectNode body = Json.object().put("total", total);
        ArrayNode items = body.putArray("items");
        page.forEach(task -> items.add(json.show(task, now)));
        return Reply.json(200, body);
    }

    /** A list that names its tasks looks at each of them; the first that is due for trouble decides. */
    private Optional<Word> turn(TaskList wanted, List<Task> page) {
        return wanted.ids().isEmpty()
                ? Optional.empty()
                : page.stream().flatMap(task -> looking.turn(task).stream()).filter(word -> word != Word.OK)
                        .findFirst();
    }
}
