package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.script.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes or refuses a submit as faults, tags and purses say: journal first, then the work, then the answer. */
public record Submitting(String provider, Workshop workshop, Refusals refusals) {

    public Reply submit(Key key, String prompt, Acceptance acceptance) {
        Tags tags = Tags.of(prompt);
        Word word = workshop.faults().take(Operation.SUBMIT, List.of(prompt))
                .or(() -> workshop.turns().next("submit", prompt, tags.submit()))
                .or(() -> workshop.purses().refusal(provider, key.label())).orElse(Word.OK);
        Optional<Reply.Whole> refusal = refusals.of(word).or(() -> refusals.of(tags.ending()));
        if (refusal.isPresent()) {
            workshop.journal().write(Entry.of(provider, Operation.SUBMIT, key.label(), null, prompt,
                    Outcome.REJECTED));
            return refusal.get();
        }
        workshop.journal().write(Entry.of(provider, Operation.SUBMIT, key.label(), acceptance.id(), prompt,
                word.outcome()));
        workshop.purses().spend(provider, key.label());
        acceptance.begin();
        return pause(longer(tags.answeredAfter().orElse(Duration.ZERO), acceptance.takes()))
                ? new Wording(refusals).reply(word, acceptance::answer, acceptance.empty())
                : new Reply.Dropped();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** False when the server is closing. */
    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
