package dev.atelier.api.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.atelier.api.asset.AssetJson;
import dev.atelier.api.request.Links;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.job.ConvertingOutputs;
import dev.atelier.db.job.JobView;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;
import tools.jackson.databind.json.JsonMapper;

/** Rows to JSON. */
@Component
class ShowingJobs {
    private static final long MOST_INLINE_BYTES = 20 << 20;
    private final ReadingAssets assets;
    private final ConvertingOutputs conversions;
    private final Links links;
    private final JsonMapper json;

    ShowingJobs(ReadingAssets assets, ConvertingOutputs conversions, Links links, JsonMapper json) {
        this.assets = assets;
        this.conversions = conversions;
        this.json = json;
        this.links = links;
    }

    /** With the bytes inside, where the request asked for them. */
    JobJson one(JobView job) {
        return show(job, job.kind() != Kind.CONVERSION && "b64_json".equals(job.input().responseFormat()));
    }

    JobJson ofMany(JobView job) {
        return show(job, false);
    }

    private JobJson show(JobView job, boolean inline) {
        List<?> output = job.kind() == Kind.CONVERSION ? converted(job) : made(job, inline);
        Object input = job.kind() == Kind.CONVERSION ? json.readTree(job.asked()) : job.input();
        return new JobJson(job.id(), "job", job.kind().word(), job.model(), job.status().word(), job.progress(),
                job.queuePosition(), attention(job.needsAttention()), job.attempt(), input, output,
                error(job.error()), new JobJson.Cost(job.costUsd(), orEmpty(job.billedUnits())), job.createdAt(),
                job.startedAt(), job.completedAt(), job.deadline(), job.cancelRequestedAt(), job.retryOfJobId(),
                job.retriedByJobId(), job.automaticOfJobId(), orEmpty(job.metadata()), urls(job), job.projectId(),
                job.priority(),
                job.storyboard(), job.webhookUrl(), job.webhookEvents() == null ? List.of() : job.webhookEvents(),
                job.requestId(), job.queueEstimate() == null ? null : job.queueEstimate().toSeconds(),
                job.nextAttemptAt(), job.retryWaits().stream().map(wait -> wait.toSeconds()).toList());
    }

    private List<JobJson.Output> made(JobView job, boolean inline) {
        return job.status() == JobStatus.SUCCEEDED
                ? assets.ofJob(job.orgId(), job.id()).stream().map(asset -> output(asset, inline)).toList()
                : List.of();
    }

    /** Each output has a status of its own: what was made is shown also where others failed. */
    private List<JobJson.Made> converted(JobView job) {
        Map<String, Asset> made = assets.ofJob(job.orgId(), job.id()).stream()
                .collect(Collectors.toMap(Asset::id, asset -> asset));
        return conversions.ofJob(job.orgId(), job.id()).stream().map(each -> {
            Asset asset = each.outputAssetId() == null ? null : made.get(each.outputAssetId());
            return new JobJson.Made(each.operation(), each.status(), each.progress(),
                    asset == null ? null : output(asset, false),
                    each.result() == null ? null : json.readTree(each.result()),
                    each.errorCode() == null
                            ? null
                            : new JobJson.Failed(each.errorCode(), each.errorMessage(), false, null));
        }).toList();
    }

    private JobJson.Output output(Asset asset, boolean inline) {
        return new JobJson.Output(asset.id(), AssetJson.kind(asset), asset.role(), asset.mimeType(), asset.width(),
                asset.height(), asset.durationSec(), asset.bytes(), asset.sha256(),
                links.to(AssetJson.contentPath(asset)), asset.retentionUntil(),
                inline && asset.bytes() <= MOST_INLINE_BYTES ? base64(asset) : null);
    }

    private String base64(Asset asset) {
        try (InputStream bytes = assets.open(asset)) {
            return Base64.getEncoder().encodeToString(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JobJson.Attention attention(JobView.NeedsAttention needed) {
        return needed == null
                ? null
                : new JobJson.Attention(needed.reason(), needed.detail(), needed.since(), needed.choices());
    }

    private static JobJson.Failed error(JobView.Failed failed) {
        return failed == null
                ? null
                : new JobJson.Failed(failed.code(), failed.message(), failed.retryable(), failed.providerCode());
    }

    private JobJson.Urls urls(JobView job) {
        String self = links.to(path(job));
        return new JobJson.Urls(self, self + "/cancel", self + "/retry", self + "/adopt", self + "/submissions",
                self + "/events", null, links.toWorkflow(job.workflowId()));
    }

    static String path(JobView job) {
        return "/v1/jobs/" + job.id();
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
