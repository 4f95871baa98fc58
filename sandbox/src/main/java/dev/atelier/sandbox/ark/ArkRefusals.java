package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import java.util.Optional;

/** Ark's own form for every refusal. */
final class ArkRefusals implements Refusals {
    static final ArkRefusals ALL = new ArkRefusals();

    private ArkRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return ArkRefusal.of(word).map(ArkRefusal::reply);
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return ArkRefusal.of(ending).map(ArkRefusal::reply);
    }

    @Override
    public Reply.Whole missing(String field) {
        return ArkRefusal.missing(field).reply();
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return ArkRefusal.invalid(field, why).reply();
    }

    @Override
    public Reply.Whole outage() {
        return ArkRefusal.OUTAGE.reply();
    }

    @Override
    public Reply.Whole key() {
        return ArkRefusal.KEY.reply();
    }
}
