package dev.atelier.activities.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.db.search.KeepingVectors;
import dev.atelier.db.search.PromptsWithoutVector;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.providers.embedding.Embedded;
import dev.atelier.providers.embedding.EmbeddingText;

/**
 * Gives prompts their vectors, never in the way of a job: walks from the oldest prompt to the newest, waits there for
 * more, and begins anew each hour for what could not be had before. Without an endpoint it does nothing.
 */
@Component
class VectorLoop implements RunningLoop {

    private static final Logger log = LoggerFactory.getLogger(VectorLoop.class);
    private static final Duration A_WALK = Duration.ofHours(1);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofMinutes(1);
    private static final Duration PAUSE_AT_THE_END = Duration.ofSeconds(5);

    private final EmbeddingText embedding;
    private final PromptsWithoutVector prompts;
    private final KeepingVectors vectors;
    private final Clock clock;
    private String last = PromptsWithoutVector.FROM_THE_FIRST;
    private Instant anewAt = Instant.MAX;
    private Instant notBefore = Instant.MIN;

    VectorLoop(EmbeddingText embedding, PromptsWithoutVector prompts, KeepingVectors vectors, Clock clock) {
        this.embedding = embedding;
        this.prompts = prompts;
        this.vectors = vectors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "vectors";
    }

    @Override
    public synchronized boolean round(LoopFigures figures) {
        Instant now = clock.instant();
        if (!embedding.configured() || now.isBefore(notBefore)) {
            return false;
        }
        if (now.isAfter(anewAt)) {
            last = PromptsWithoutVector.FROM_THE_FIRST;
            anewAt = Instant.MAX;
        }
        PromptsWithoutVector.Page page = prompts.after(AllOrganisations.forLoopsSchedulesAndAdmin(),
                embedding.model(), last);
        for (PromptsWithoutVector.Prompt prompt : page.prompts()) {
            if (!fill(prompt, figures)) {
                notBefore = clock.instant().plus(PAUSE_AFTER_TROUBLE);
                last = prompt.id();
                return false;
            }
        }
        last = page.last();
        if (!page.more()) {
            notBefore = clock.instant().plus(PAUSE_AT_THE_END);
            anewAt = anewAt.equals(Instant.MAX) ? clock.instant().plus(A_WALK) : anewAt;
        }
        return page.more();
    }

    /** False when the endpoint has trouble; the prompt is met again on the next walk. */
    private boolean fill(PromptsWithoutVector.Prompt prompt, LoopFigures figures) {
        Optional<float[]> known = vectors.ofTheSameWords(prompt.orgId(), embedding.model(), prompt.text());
        if (known.isPresent()) {
            keep(prompt, known.get());
            figures.count("same words");
            return true;
        }
        return switch (embedding.embed(prompt.text())) {
            case Embedded.Vector vector -> {
                keep(prompt, vector.numbers());
                figures.count("embedded");
                yield true;
            }
            case Embedded.TooLong tooLong -> {
                figures.count("too long");
                yield true;
            }
            case Embedded.Failed failed -> {
                log.warn("prompt {} has no vector yet: {}", prompt.id(), failed.why());
                figures.count("troubles");
                yield false;
            }
            case Embedded.NotConfigured none -> true;
        };
    }

    private void keep(PromptsWithoutVector.Prompt prompt, float[] vector) {
        vectors.keep(prompt.orgId(), "prompt", prompt.id(), embedding.model(), prompt.text(), vector);
    }
}
