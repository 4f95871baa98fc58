package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows and cancels tasks as faults and tags say, each with its row in the journal. */
public record Looking(String provider, Workshop workshop, Refusals refusals) {

    public Reply poll(Key key, Task task, Supplier<Reply.Whole> shown) {
        Word word = workshop.faults().take(Operation.POLL, List.of(task.prompt())).or(() -> turn(task))
                .orElse(Word.OK);
        workshop.journal().write(Entry.of(provider, Operation.POLL, key.label(), task.id(), task.prompt(),
                word.outcome()));
        return new Wording(refusals).reply(word, shown);
    }

    /**
     * Shows a page of tasks.
     *
     * @param named the ids that were asked for, each of which is looked at; null when the list names none
     */
    public Reply list(Key key, List<Task> page, List<String> named, Supplier<Reply.Whole> shown) {
        Word word = workshop.faults().take(Operation.LIST, page.stream().map(Task::prompt).toList())
                .or(() -> named == null ? Optional.empty() : troubled(page)).orElse(Word.OK);
        workshop.journal().write(Entry.list(provider, key.label(),
                named == null ? page.stream().map(Task::id).toList() : named, word.outcome()));
        return new Wording(refusals).reply(word, shown);
    }

    /** The first of them that is due for trouble decides. */
    private Optional<Word> troubled(List<Task> page) {
        return page.stream().flatMap(task -> turn(task).stream()).filter(word -> word != Word.OK).findFirst();
    }

    /** The word whose turn it is when this task is looked at. */
    public Optional<Word> turn(Task task) {
        return workshop.turns().next("poll " + task.id(), task.id(), Tags.of(task.prompt()).poll());
    }

    /** @param cancel does it and says why not, if so; it is asked only when no fault is ordered */
    public Reply cancel(Key key, String id, String prompt, Supplier<Optional<Reply.Whole>> cancel,
            Supplier<Reply.Whole> done) {
        Word word = workshop.faults().take(Operation.CANCEL, prompt == null ? List.of() : List.of(prompt))
                .orElse(Word.OK);
        Optional<Reply.Whole> refusal = word.accepts() ? cancel.get() : refusals.of(word);
        workshop.journal().write(Entry.of(provider, Operation.CANCEL, key.label(), id, prompt,
                refusal.isPresent() ? Outcome.REJECTED : word.outcome()));
        return refusal.<Reply>map(whole -> whole).orElseGet(() -> new Wording(refusals).reply(word, done));
    }
}
