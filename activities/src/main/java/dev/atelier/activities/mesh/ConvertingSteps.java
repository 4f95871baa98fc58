package dev.atelier.activities.mesh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.ModelAsset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.asset.Staged;
import dev.atelier.db.job.Conversion;
import dev.atelier.db.job.ConvertingOutputs;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.OutputRef;
import dev.atelier.mesh.child.ChildLimits;
import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.workflows.job.Converting;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;

/** Makes one output: the source is laid into a folder, a child works on it, what it made is kept in one commit. */
@Component
public class ConvertingSteps implements Converting {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Logger log = LoggerFactory.getLogger(ConvertingSteps.class);
    /** A model that takes its worker down with it is not given to one worker after the other. */
    private static final int MOST_TRIES = 5;

    private final ConvertingOutputs outputs;
    private final KeepingFiles files;
    private final ReadingAssets assets;
    private final Scratch scratch;
    private final Ffmpeg ffmpeg;
    private final Engines engines;
    private final RunningChild child = new RunningChild(ChildLimits.USUAL);
    private final RunningChild patient = new RunningChild(ChildLimits.STUDIO);

    public ConvertingSteps(ConvertingOutputs outputs, KeepingFiles files, ReadingAssets assets, Scratch scratch,
            Ffmpeg ffmpeg, Engines engines) {
        this.outputs = outputs;
        this.files = files;
        this.assets = assets;
        this.scratch = scratch;
        this.ffmpeg = ffmpeg;
        this.engines = engines;
    }

    @Override
    public Next convert(OutputRef ref) {
        Optional<ConvertingOutputs.Work> work = outputs.work(ref);
        if (work.isEmpty()) {
            return outputs.standing(ref);
        }
        if (!work.get().isWhole()) {
            return outputs.failed(ref, "SOURCE_GONE", "the model it is made from was deleted", Duration.ZERO);
        }
        try {
            return convert(ref, work.get());
        } catch (IOException again) {
            throw ApplicationFailure.newFailureWithCause("a file cannot be read or written: " + again.getMessage(),
                    "DiskTrouble", again);
        }
    }

    private Next convert(OutputRef ref, ConvertingOutputs.Work work) throws IOException {
        Conversion output = work.output();
        String bytes = work.source().orElseThrow().sha256() + work.high().map(each -> "\n" + each.sha256()).orElse("");
        Engines.Chosen engine;
        try {
            engine = engines.choose(output.operation(), output.parameters());
        } catch (RefusedModel missing) {
            return outputs.failed(ref, missing.problem().name(), missing.getMessage(), Duration.ZERO);
        }
        String hash = Engine.hash(engine.version(), bytes, output.operation(), output.parameters());
        Optional<Conversion> equal = outputs.equal(ref, hash);
        if (equal.isPresent()) {
            return reused(ref, equal.get(), engine, hash);
        }
        if (outputs.tried(ref) > MOST_TRIES) {
            return outputs.failed(ref, "GIVEN_UP", "begun " + MOST_TRIES + " times, and its worker was lost, or its"
                    + " disk failed, each time", Duration.ZERO);
        }
        Beats beats = new Beats(Activity.getExecutionContext(), percent -> outputs.progress(ref, percent));
        try (TaskFolder folder = scratch.folder()) {
            Asset source = work.source().orElseThrow();
            Path model = lay(source, folder.path().resolve("source"));
            Path high = work.high().isEmpty() ? null : lay(work.high().get(), folder.path().resolve("high"));
            Task task = new Task(output.operation(), output.parameters(), model, high, engine.python());
            Outcome outcome = "video".equals(source.kind())
                    ? ffmpeg.run(task, folder.path(), beats)
                    : child(engine).run(task, folder.path(), beats);
            if (outcome instanceof Outcome.Failed failed && failed.mayHelp() && beats.goOn()) {
                log.warn("job {} output {}: {}; once more", ref.jobId(), ref.outputId(), failed.message());
                outcome = child(engine).run(task, folder.path(), beats);
            }
            beats.orEnd();
            if (outcome instanceof Outcome.Failed failed && failed.problem() == Problem.CANCELED) {
                // Nobody canceled the job: this worker is stopping, and another one will do it.
                throw ApplicationFailure.newFailure("the worker was told to stop", "Stopping");
            }
            return switch (outcome) {
                case Outcome.Made made -> keep(ref, made, engine, hash);
                case Outcome.Failed failed -> {
                    log.info("job {} output {} failed: {} {}", ref.jobId(), ref.outputId(), failed.problem(),
                            failed.message());
                    yield outputs.failed(ref, failed.problem().name(), failed.message(), failed.took());
                }
            };
        }
    }

    private RunningChild child(Engines.Chosen engine) {
        return engine.python() == null ? child : patient;
    }

    private Path lay(Asset asset, Path target) throws IOException {
        try (InputStream bytes = assets.open(asset)) {
            Files.copy(bytes, target);
        }
        return target;
    }

    private Next keep(OutputRef ref, Outcome.Made made, Engines.Chosen engine, String hash) throws IOException {
        Staged file = made.file() == null
                ? null
                : measured(Engine.typed(files.stage(ref.outputId(), target -> Files.copy(made.file(), target)),
                        made.format()), made);
        if (file != null && file.kind() == null) {
            files.discard(List.of(file));
            return outputs.failed(ref, Problem.OUTPUT_INVALID.name(), "what was made is not what it should be",
                    made.took());
        }
        return kept(ref, file, new ConvertingOutputs.Made(file, Engine.role(ref.operation()), made.report(),
                engine.name(), engine.version(), made.took(), made.peakBytes(), hash));
    }

    private static Staged measured(Staged file, Outcome.Made made) throws IOException {
        return "3d_model".equals(file.kind())
                ? file.knownAs(ModelRows.converted(made.format(), MAPPER.readTree(made.report()).path("source")))
                : file;
    }

    /** Equal bytes asked for equally: the earlier file once more, as an asset of this job. */
    private Next reused(OutputRef ref, Conversion before, Engines.Chosen engine, String hash) throws IOException {
        Optional<Asset> old = before.outputAssetId() == null
                ? Optional.empty()
                : assets.find(ref.orgId(), before.outputAssetId());
        Staged file = null;
        if (old.isPresent()) {
            file = files.stage(ref.outputId(), target -> {
                try (InputStream bytes = assets.open(old.get())) {
                    bytes.transferTo(target);
                }
            }).as(old.get().mimeType(), old.get().kind());
            Optional<ModelAsset> known = assets.mesh(ref.orgId(), old.get().id());
            file = known.isPresent() ? file.knownAs(known.get().copied(old.get().id())) : file;
        }
        return kept(ref, file, new ConvertingOutputs.Made(file, Engine.role(ref.operation()), before.result(),
                engine.name(), engine.version(), Duration.ZERO, 0, hash));
    }

    private Next kept(OutputRef ref, Staged file, ConvertingOutputs.Made made) {
        try {
            return outputs.made(ref, made);
        } finally {
            if (file != null) {
                files.discard(List.of(file));
            }
        }
    }
}
