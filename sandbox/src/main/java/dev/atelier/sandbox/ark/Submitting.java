package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.journal.Journal;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.journal.Outcome;
import dev.atelier.sandbox.script.Faults;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.script.Turns;
import dev.atelier.sandbox.script.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes or refuses a submit as faults and tags say: journal first, then the work, then the answer. */
record Submitting(Journal journal, Faults faults, Turns turns) {

    Reply submit(ArkKey key, String prompt, Acceptance acceptance) {
        Tags tags = Tags.of(prompt);
        Word word = faults.take(Operation.SUBMIT, List.of(prompt))
                .or(() -> turns.next("submit", prompt, tags.submit())).orElse(Word.OK);
        Optional<ArkRefusal> refusal = ArkRefusal.of(word).or(() -> ArkRefusal.of(tags.ending()));
        if (refusal.isPresent()) {
            journal.write(Entry.of(Operation.SUBMIT, key.label(), null, prompt, Outcome.REJECTED));
            return refusal.get().reply();
        }
        journal.write(Entry.of(Operation.SUBMIT, key.label(), acceptance.id(), prompt, word.outcome()));
        acceptance.begin();
        return pause(longer(tags.answeredAfter().orElse(Duration.ZERO), acceptance.takes()))
                ? Wording.reply(word, acceptance::answer, acceptance.empty())
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
