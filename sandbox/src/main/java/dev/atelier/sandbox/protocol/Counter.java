package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a provider's clients are served: whoever comes is known, what is asked stands in the journal, faults and tags
 * are played. What is left to a protocol is its form.
 */
public record Counter(String provider, Workshop workshop, Refusals refusals) {

    /** @param read makes the work of it, or throws {@link Refused} */
    public Reply submit(Optional<Key> key, String prompt, Function<Key, Acceptance> read) {
        return pass(Operation.SUBMIT, key, null, prompt, as -> new Submitting(provider, workshop, refusals).submit(as,
                prompt, read.apply(as)));
    }

    /** @param strange what is answered where this key has no such task */
    public Reply poll(Optional<Key> key, Tasks tasks, String id, Reply.Whole strange,
            Function<Task, Reply.Whole> shown) {
        return pass(Operation.POLL, key, id, null, as -> {
            Task task = tasks.find(as, id).orElseThrow(() -> new Refused(strange));
            return looking().poll(as, task, () -> shown.apply(task));
        });
    }

    public Reply list(Optional<Key> key, Function<Key, List<Task>> page, Function<List<Task>, Reply.Whole> shown) {
        Entry rejected = Entry.list(provider, label(key), List.of(), Outcome.REJECTED);
        return new Gate(workshop, refusals).pass(rejected, key, as -> {
            List<Task> tasks = page.apply(as);
            return looking().list(as, tasks, null, () -> shown.apply(tasks));
        });
    }

    /** @param cancel does it and says why not, if so */
    public Reply cancel(Optional<Key> key, String id, Function<Key, Optional<Reply.Whole>> cancel, Reply.Whole done) {
        return pass(Operation.CANCEL, key, id, null,
                as -> looking().cancel(as, id, null, () -> cancel.apply(as), () -> done));
    }

    /** What costs nothing and concerns no task. */
    public Reply other(Optional<Key> key, Function<Key, Reply.Whole> answer) {
        return pass(Operation.OTHER, key, null, null, as -> {
            Reply.Whole answered = answer.apply(as);
            workshop.journal().write(Entry.of(provider, Operation.OTHER, as.label(), null, null, Outcome.ACCEPTED));
            return answered;
        });
    }

    public Reply nowhere(Optional<Key> key, Reply.Whole refusal) {
        return pass(Operation.OTHER, key, null, null, as -> {
            throw new Refused(refusal);
        });
    }

    private Reply pass(Operation operation, Optional<Key> key, String id, String prompt, Function<Key, Reply> answer) {
        return new Gate(workshop, refusals).pass(
                Entry.of(provider, operation, label(key), id, prompt, Outcome.REJECTED), key, answer);
    }

    private Looking looking() {
        return new Looking(provider, workshop, refusals);
    }

    private static String label(Optional<Key> key) {
        return key.map(Key::label).orElse(null);
    }
}
