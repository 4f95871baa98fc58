package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.script.UnknownWord;
import java.util.Optional;
import java.util.function.Function;

/** Whoever comes in is known, and what is refused is in the journal before it is answered. */
public record Gate(Workshop workshop, Refusals refusals) {

    /**
     * @param <K>      how this protocol knows its accounts
     * @param rejected the journal's row should the request be refused
     */
    public <K> Reply pass(Entry rejected, Optional<K> key, Function<K, Reply> answer) {
        if (workshop.faults().out()) {
            return refused(rejected, refusals.outage());
        }
        if (key.isEmpty()) {
            return refused(rejected, refusals.key());
        }
        try {
            return answer.apply(key.get());
        } catch (Refused refused) {
            return refused(rejected, refused.reply());
        } catch (UnknownWord misspelt) {
            return refused(rejected, refusals.invalid("prompt", misspelt.getMessage()));
        }
    }

    private Reply refused(Entry rejected, Reply.Whole refusal) {
        workshop.journal().write(rejected);
        return refusal;
    }
}
