package dev.atelier.activities.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.db.asset.ModelMeter;
import dev.atelier.mesh.child.ChildLimits;
import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.measure.MeasuringScenes;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/**
 * Measures models as they come in: plain glTF of moderate size in this process, two at a time; what is large, compressed
 * or of another format in a child process.
 */
public final class MeasuringModels implements ModelMeter {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<Problem> FOR_A_CHILD = EnumSet.of(Problem.PAYLOAD_TOO_LARGE,
            Problem.UNSUPPORTED_EXTENSION, Problem.UNSUPPORTED_FORMAT);

    private final Semaphore atOnce = new Semaphore(2);
    private final RunningChild child = new RunningChild(ChildLimits.USUAL);
    private final Scratch scratch;

    public MeasuringModels(Scratch scratch) {
        this.scratch = scratch;
        nativeDecodersAreForChildren();
    }

    /** Sizes of textures are asked in this process; a decoder that is not Java's stays in the child processes. */
    private static void nativeDecodersAreForChildren() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        List<ImageReaderSpi> foreign = new ArrayList<>();
        registry.getServiceProviders(ImageReaderSpi.class, false).forEachRemaining(reader -> {
            if (!reader.getClass().getName().startsWith("com.sun.imageio.")) {
                foreign.add(reader);
            }
        });
        foreign.forEach(reader -> registry.deregisterServiceProvider(reader, ImageReaderSpi.class));
    }

    @Override
    public Reading read(Path file) {
        atOnce.acquireUninterruptibly();
        try {
            if (Files.size(file) > Limits.BESIDE_OTHERS.bytes()) {
                return byChild(file);
            }
            byte[] bytes = Files.readAllBytes(file);
            return ModelRows.sound(MAPPER.valueToTree(MeasuringScenes
                    .measure(new ReadingGltf(Limits.BESIDE_OTHERS, Decoding.NONE).read(bytes))));
        } catch (RefusedModel refused) {
            return FOR_A_CHILD.contains(refused.problem())
                    ? byChild(file)
                    : new Reading.Refused(refused.problem().name(), refused.getMessage());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } finally {
            atOnce.release();
        }
    }

    private Reading byChild(Path file) {
        if (!MaybeModel.looksLikeOne(file)) {
            return new Reading.Refused(Problem.UNSUPPORTED_FORMAT.name(), "the file is no model that is read here");
        }
        try (TaskFolder folder = scratch.folder()) {
            return switch (child.run(new Task("analyze", "{}", file), folder.path(), percent -> {
            })) {
                case Outcome.Made made -> ModelRows.sound(measured(made.report()));
                case Outcome.Failed failed -> new Reading.Refused(code(failed.problem()), failed.message());
            };
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static JsonNode measured(String report) throws IOException {
        return MAPPER.readTree(report).path("source");
    }

    /** Too much for the child is too much for us; a crash on somebody's file says that the file is not sound. */
    private static String code(Problem problem) {
        return switch (problem) {
            case OUT_OF_MEMORY, TIMEOUT -> Problem.PAYLOAD_TOO_LARGE.name();
            case NATIVE_CRASH -> Problem.INVALID_MODEL.name();
            default -> problem.name();
        };
    }
}
