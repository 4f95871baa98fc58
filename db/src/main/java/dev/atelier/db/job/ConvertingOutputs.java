package dev.atelier.db.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.asset.Staged;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.OutputRef;

/** What the maker of an output asks and tells: its work, its progress, its end. Each may be told again. */
@Component
public class ConvertingOutputs {

    private final Transactions transactions;
    private final ConversionRows rows;
    private final ConversionDesk desk;
    private final Jobs jobs;
    private final Outbox outbox;
    private final KeepingFiles files;
    private final ReadingAssets assets;
    private final JdbcClient jdbc;

    ConvertingOutputs(Transactions transactions, ConversionRows rows, ConversionDesk desk, Jobs jobs, Outbox outbox,
            KeepingFiles files, ReadingAssets assets, JdbcClient jdbc) {
        this.transactions = transactions;
        this.rows = rows;
        this.desk = desk;
        this.jobs = jobs;
        this.outbox = outbox;
        this.files = files;
        this.assets = assets;
        this.jdbc = jdbc;
    }

    /**
     * @param source empty: it was deleted meanwhile
     * @param highId the finer model that a bake looks at; null: none beside the source
     */
    public record Work(Conversion output, Optional<Asset> source, String highId, Optional<Asset> high) {

        /** Nothing that it is made from was deleted. */
        public boolean isWhole() {
            return source.isPresent() && (highId == null || high.isPresent());
        }
    }

    /**
     * @param file null for a mere analysis
     * @param result JSON: what there is to tell
     * @param hash of the source's bytes, the request and the engine: equal work has an equal one
     */
    public record Made(Staged file, String role, String result, String engine, String engineVersion, Duration took,
            long peakBytes,
            String hash) {
    }

    /** Empty: there is nothing to do (any more). */
    public Optional<Work> work(OutputRef ref) {
        return rows.find(ref.orgId(), ref.outputId()).filter(Conversion::open).map(output -> {
            String high = high(output);
            return new Work(output, assets.find(ref.orgId(), output.sourceAssetId()), high,
                    Optional.ofNullable(high).flatMap(id -> assets.find(ref.orgId(), id)));
        });
    }

    /** What a bake looks at: the model it names, else the one that its source was made from in the first place. */
    private String high(Conversion output) {
        if (!"bake_texture".equals(output.operation())) {
            return null;
        }
        Object named = Json.read(output.parameters(), Map.class).get("high");
        if (named != null) {
            return named.toString();
        }
        List<Conversion> all = rows.ofJob(output.jobId());
        Conversion first = output;
        while (first.dependsOn() != null) {
            first = all.get(first.dependsOn());
        }
        return first == output ? null : first.sourceAssetId();
    }

    /** What was made earlier from equal bytes in an equal way. */
    public Optional<Conversion> equal(OutputRef ref, String hash) {
        return rows.equal(ref.orgId(), hash);
    }

    /** Its making begins: counted before, so that a worker that dies of it has been counted. @return the how manieth time */
    public int tried(OutputRef ref) {
        return transactions.in(() -> rows.tried(ref.orgId(), ref.outputId()));
    }

    public void progress(OutputRef ref, int percent) {
        rows.find(ref.orgId(), ref.outputId()).ifPresent(output -> rows.progress(output, percent));
    }

    /** The file becomes an asset whose id is the output's; the row ends; what is next is decided: one commit. */
    public Next made(OutputRef ref, Made made) {
        return ending(ref, output -> {
            JobRow job = jobs.get(ref.jobId());
            String asset = made.file() == null ? null : output.id();
            if (rows.succeeded(output, asset, made) && asset != null) {
                files.keepOutput(job.orgId(), job.projectId(), job.id(),
                        new KeepingFiles.Result(asset, made.role(), made.file()), output.position());
                lineage(output);
            }
        });
    }

    public Next failed(OutputRef ref, String code, String message, Duration took) {
        return ending(ref, output -> rows.failed(output, code, message, took));
    }

    private interface End {
        void of(Conversion output);
    }

    private Next ending(OutputRef ref, End end) {
        return transactions.in(() -> {
            desk.lock(ref.jobId());
            rows.find(ref.orgId(), ref.outputId()).filter(Conversion::open).ifPresent(end::of);
            Next next = desk.next(ref.jobId(), Decision.NONE);
            outbox.isBeingTold(ref.jobId());
            return next;
        });
    }

    /** Where the job stands. */
    public Next standing(OutputRef ref) {
        return ending(ref, output -> {
        });
    }

    /** A simplified model knows whose level of detail it is, a model knows its picture. */
    private void lineage(Conversion output) {
        if ("simplify".equals(output.operation())) {
            List<String> source = jdbc.sql("select id from model_assets where asset_id = :source")
                    .param("source", output.sourceAssetId()).query(String.class).list();
            source.forEach(id -> jdbc.sql("update model_assets set lod_of_model_asset_id = :of where asset_id = :made")
                    .param("of", id).param("made", output.id()).update());
        }
        if ("render_preview".equals(output.operation())) {
            jdbc.sql("update model_assets set preview_asset_id = :made where asset_id = :source")
                    .param("made", output.id()).param("source", output.sourceAssetId()).update();
        }
    }

    /** For showing a job. */
    public List<Conversion> ofJob(String orgId, String jobId) {
        return rows.ofJob(jobId).stream().filter(each -> each.orgId().equals(orgId)).toList();
    }
}
