package dev.atelier.api.search;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refusal;
import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Listing;
import dev.atelier.api.request.Query;
import dev.atelier.db.search.FoundPrompts;
import dev.atelier.db.search.FoundPrompts.FoundPrompt;
import dev.atelier.db.search.NearestVectors;
import dev.atelier.db.search.NearestVectors.Near;
import dev.atelier.db.tenant.Caller;
import dev.atelier.providers.embedding.Embedded;
import dev.atelier.providers.embedding.EmbeddingText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

/** Finds by meaning what the words of {@code q} in the list of jobs would miss. */
@RestController
@Tag(name = "jobs")
class SimilarController {
    private static final int PAUSE_SECONDS = 10;
    private final EmbeddingText embedding;
    private final NearestVectors vectors;
    private final FoundPrompts prompts;

    SimilarController(EmbeddingText embedding, NearestVectors vectors, FoundPrompts prompts) {
        this.embedding = embedding;
        this.vectors = vectors;
        this.prompts = prompts;
    }

    /** @param similarity 1 the same meaning, 0 none in common */
    record SimilarPrompt(String id, String object, String prompt, double similarity, List<String> jobIds) {
    }

    @GetMapping("/v1/prompts/similar")
    @Operation(summary = "Your prompts nearest in meaning to q, with their newest jobs")
    @Parameter(name = "q", in = ParameterIn.QUERY, required = true, description = "1 to 200 characters")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, usually 20")
    Listing<SimilarPrompt> similar(HttpServletRequest request, Caller caller) {
        Query query = Query.of(request, "q");
        if (query.text("q") == null) {
            throw Query.odd("q", "is required: say what the prompts should be like");
        }
        if (query.text("starting_after") != null) {
            throw Query.odd("starting_after", "is not possible here; ask for a larger limit");
        }
        List<Near> near = vectors.nearest(caller.orgId(), "prompt", embedding.model(), vector(query.text("q")),
                query.limit());
        Map<String, FoundPrompt> found = prompts.of(caller.orgId(), near.stream().map(Near::subjectId).toList());
        return Listing.of(near.stream().filter(each -> found.containsKey(each.subjectId())).toList(), query.limit(),
                "/v1/prompts/similar", each -> shown(each, found.get(each.subjectId())));
    }

    private static SimilarPrompt shown(Near near, FoundPrompt prompt) {
        return new SimilarPrompt(prompt.id(), "similar_prompt", prompt.text(), near.cosine(), prompt.jobIds());
    }

    private float[] vector(String text) {
        return switch (embedding.embed(text)) {
            case Embedded.Vector vector -> vector.numbers();
            case Embedded.NotConfigured none -> throw new Refused(Refusal.of(HttpStatus.NOT_IMPLEMENTED,
                    "embeddings_not_configured", "Prompts cannot be found by meaning here: the operator must set "
                            + none.what() + ". GET /v1/jobs?q= finds them by their words."));
            case Embedded.TooLong tooLong -> throw Query.odd("q", tooLong.why());
            case Embedded.Failed failed -> throw new Refused(Refusal.of(HttpStatus.BAD_GATEWAY, "embedding_failed",
                    "The embedding endpoint gave no vector: " + failed.why() + ".").again(PAUSE_SECONDS));
        };
    }
}
