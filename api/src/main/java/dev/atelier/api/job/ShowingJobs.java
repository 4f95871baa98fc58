package dev.atelier.api.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.atelier.api.asset.AssetJson;
import dev.atelier.api.request.Links;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.job.JobView;
import dev.atelier.domain.job.JobStatus;

/** Rows to JSON. */
@Component
class ShowingJobs {
    private static final long MOST_INLINE_BYTES = 20 << 20;
    private final ReadingAssets assets;
    private final Links links;

    ShowingJobs(ReadingAssets assets, Links links) {
        this.assets = assets;
        this.links = links;
    }

    /** With the bytes inside, where the request asked for them. */
    JobJson one(JobView job) {
        return show(job, "b64_json".equals(job.input().responseFormat()));
    }

    JobJson ofMany(JobView job) {
        return show(job, false);
    }

    private JobJson show(JobView job, boolean inline) {
        List<JobJson.Output> output = job.status() == JobStatus.SUCCEEDED
                ? assets.ofJob(job.orgId(), job.id()).stream().map(asset -> output(asset, inline)).toList()
                : List.of();
        return new JobJson(job.id(), "job", job.kind().word(), job.model(), job.status().word(), job.progress(),
                job.queuePosition(), attention(job.needsAttention()), job.attempt(), job.input(), output,
                error(job.error()), new JobJson.Cost(job.costUsd(), orEmpty(job.billedUnits())), job.createdAt(),
                job.startedAt(), job.completedAt(), job.deadline(), job.cancelRequestedAt(), job.retryOfJobId(),
                job.retriedByJobId(), orEmpty(job.metadata()), urls(job), job.projectId(), job.priority(),
                job.storyboard(), job.webhookUrl(), job.webhookEvents() == null ? List.of() : job.webhookEvents(),
                job.requestId(), job.queueEstimate() == null ? null : job.queueEstimate().toSeconds(),
                job.nextAttemptAt(), job.retryWaits().stream().map(wait -> wait.toSeconds()).toList());
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
