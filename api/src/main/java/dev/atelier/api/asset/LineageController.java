package dev.atelier.api.asset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.TracingAssets;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a file comes from, step by step, back to the words and the account that began it. */
@RestController
@Tag(name = "assets")
class LineageController {
    private final FindingAssets assets;
    private final TracingAssets tracing;
    private final JsonMapper json;

    LineageController(FindingAssets assets, TracingAssets tracing, JsonMapper json) {
        this.assets = assets;
        this.tracing = tracing;
        this.json = json;
    }

    /**
     * @param jobId the job that made it; null of an upload
     * @param model of the provider's job that the chain leads back to, first of several; null when it leads to an upload
     * @param chain the file itself, then what it was made from, and so on
     */
    record Lineage(String object, String assetId, String jobId, String retryOfJobId, String model, String provider,
            String prompt, List<String> images, List<Step> chain) {
    }

    /**
     * @param madeBy         conversion, generation or upload
     * @param sourceAssetId  of a conversion
     * @param submission     of a generation: the request that was paid
     */
    @Schema(name = "LineageStep")
    record Step(String assetId, String madeBy, Instant at, String jobId, String operation, JsonNode parameters,
            String engine, String engineVersion, String sourceAssetId, String automaticOfJobId, String model,
            String provider, String prompt, List<String> images, Sent submission) {
    }

    /**
     * @param accountFingerprint equal for equal accounts, and tells nothing else of them
     * @param exchangeId         of the kept request; null once requests so old are forgotten
     */
    @Schema(name = "LineageSubmission")
    record Sent(String id, int attempt, String remoteTaskId, String accountId, String accountFingerprint,
            String exchangeId, String providerRequestId, Instant requestedAt) {
    }

    @GetMapping("/v1/assets/{id}/lineage")
    @Operation(summary = "Where a file comes from")
    Lineage lineage(@PathVariable String id, Caller caller) {
        Asset asset = assets.find(id, caller);
        List<TracingAssets.Step> chain = tracing.back(caller.orgId(), asset.id());
        Optional<JobView> origin = chain.stream().filter(TracingAssets.Step.Generated.class::isInstance)
                .map(each -> ((TracingAssets.Step.Generated) each).job()).findFirst();
        return new Lineage("lineage", asset.id(), asset.jobId(),
                origin.filter(job -> job.id().equals(asset.jobId())).map(JobView::retryOfJobId).orElse(null),
                origin.map(JobView::model).orElse(null), origin.map(JobView::provider).orElse(null),
                origin.map(job -> job.input().prompt()).orElse(null),
                origin.map(job -> job.input().imagesOrNone()).orElse(List.of()),
                chain.stream().map(this::step).toList());
    }

    private Step step(TracingAssets.Step step) {
        return switch (step) {
            case TracingAssets.Step.Converted made -> new Step(made.assetId(), "conversion", made.at(), made.jobId(),
                    made.operation(), json.readTree(made.parameters()), made.engine(), made.engineVersion(),
                    made.sourceAssetId(), made.automaticOfJobId(), null, null, null, null, null);
            case TracingAssets.Step.Generated made -> new Step(made.assetId(), "generation", made.job().completedAt(),
                    made.job().id(), null, null, null, null, null, null, made.job().model(), made.job().provider(),
                    made.job().input().prompt(), made.job().input().imagesOrNone(), sent(made.sent()));
            case TracingAssets.Step.Uploaded kept -> new Step(kept.assetId(), "upload", kept.at(), null, null, null,
                    null, null, null, null, null, null, null, null, null);
        };
    }

    private static Sent sent(TracingAssets.Sent sent) {
        return sent == null
                ? null
                : new Sent(sent.submissionId(), sent.attempt(), sent.remoteTaskId(), sent.accountId(),
                        sent.accountFingerprint(), sent.exchangeId(), sent.providerRequestId(), sent.requestedAt());
    }
}
