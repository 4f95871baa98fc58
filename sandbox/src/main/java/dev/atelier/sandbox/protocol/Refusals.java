package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import java.util.Optional;

/** How one provider says no, in its own form; many say it differently, some with HTTP 200. */
public interface Refusals {

    /** The refusal a word stands for, none for the words that accept. */
    Optional<Reply.Whole> of(Word word);

    /** The refusal an ending means when a task is submitted, none for those that come later. */
    Optional<Reply.Whole> of(Ending ending);

    Reply.Whole missing(String field);

    /** @param why ends no sentence, as in {@code it must be a string} */
    Reply.Whole invalid(String field, String why);

    /** While nothing works. */
    Reply.Whole outage();

    /** The credential is missing or wrong. */
    Reply.Whole key();
}
