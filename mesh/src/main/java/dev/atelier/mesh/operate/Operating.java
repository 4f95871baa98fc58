package dev.atelier.mesh.operate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.check.CheckingOutput;
import dev.atelier.mesh.engine.WritingFbx;
import dev.atelier.mesh.measure.MeasuringScenes;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.simplify.Simplifying;
import dev.atelier.mesh.studio.ByStudio;
import dev.atelier.mesh.write.Writing3mf;
import dev.atelier.mesh.write.WritingGlb;
import dev.atelier.mesh.write.WritingGltf;
import dev.atelier.mesh.write.WritingObj;
import dev.atelier.mesh.write.WritingPly;
import dev.atelier.mesh.write.WritingStl;
import dev.atelier.mesh.write.WritingUsdz;

/** Does one operation on one model and checks what came out. For the child process: native code runs here. */
public final class Operating {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final IntConsumer percent;

    /** @param folder of our own, for passing files to native code @param percent told now and then, 0 to 100 */
    public Operating(Path folder, IntConsumer percent) {
        this.folder = folder;
        this.percent = percent;
    }

    /**
     * @param high a finer model to bake from; null: the source itself
     * @param studio the Python that has Blender, which is to do it; null: we do
     */
    public Output operate(Operation operation, Parameters wanted, Path source, Path high, Path studio)
            throws IOException {
        operation.check(wanted);
        Scene scene = Source.read(source);
        Scene fine = operation == Operation.BAKE_TEXTURE && high != null ? Source.read(high) : scene;
        percent.accept(20);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        Output made = studio == null
                ? ours(operation, wanted, scene, fine, report)
                : byStudio(studio, operation, wanted, scene, fine, report);
        report.set("source", MAPPER.valueToTree(MeasuringScenes.measure(scene)));
        percent.accept(90);
        if (made.file() != null) {
            boolean model = operation == Operation.CONVERT;
            CheckingOutput.check(made.format(), made.file(), model ? scene.faceCount() : -1);
        }
        return made;
    }

    private Output ours(Operation operation, Parameters wanted, Scene scene, Scene fine, ObjectNode report)
            throws IOException {
        return switch (operation) {
            case CONVERT -> converted(scene, wanted.word("format", "glb"), report);
            case SIMPLIFY -> simplified(scene, wanted, report);
            case RENDER_PREVIEW -> new Output("png", Picturing.preview(scene, wanted), report);
            case RENDER_TURNTABLE -> new Output("gif", Picturing.turntable(scene, wanted, percent), report);
            case OPTIMIZE -> new Output("glb", Optimizing.write(scene, wanted, report), report);
            case BAKE_TEXTURE -> new Output("glb", BakingTextures.write(scene, fine, wanted, report,
                    done -> percent.accept(20 + done * 70 / 100)), report);
            case ANALYZE -> new Output("json", null, report);
        };
    }

    private Output byStudio(Path studio, Operation operation, Parameters wanted, Scene scene, Scene fine,
            ObjectNode report) throws IOException {
        String format = switch (operation) {
            case CONVERT -> wanted.word("format", "glb");
            case RENDER_PREVIEW -> "png";
            default -> "glb";
        };
        byte[] file = new ByStudio(studio, folder, percent).make(operation.word(), wanted.json().toString(),
                scene.withFaces(operation.word()), fine, format, report);
        return new Output(format, operation == Operation.RENDER_PREVIEW ? Picturing.onBackground(file, wanted) : file,
                report);
    }

    private Output converted(Scene scene, String format, ObjectNode report) throws IOException {
        byte[] file = switch (format) {
            case "glb" -> WritingGlb.write(scene);
            case "gltf" -> WritingGltf.write(scene);
            case "usdz" -> WritingUsdz.write(scene);
            case "obj" -> WritingObj.write(scene);
            case "stl" -> WritingStl.write(scene);
            case "ply" -> WritingPly.write(scene);
            case "3mf" -> Writing3mf.write(scene);
            case "fbx" -> WritingFbx.write(scene, folder);
            default -> throw Parameters.wrong("unknown format " + format);
        };
        boolean print = "stl".equals(format) || "3mf".equals(format);
        report.put("units", print ? "millimetre" : "fbx".equals(format) ? "centimetre" : "metre").put("up_axis",
                print ? "Z" : "Y");
        return new Output(format, file, report);
    }

    private static Output simplified(Scene scene, Parameters wanted, ObjectNode report) {
        Simplifying.Simplified made = wanted.has("ratio")
                ? Simplifying.byRatio(scene, wanted.number("ratio", 1, 0, 1))
                : wanted.has("face_count")
                        ? Simplifying.toFaces(scene, wanted.whole("face_count", 1, 1, Integer.MAX_VALUE))
                        : toBytes(scene, wanted.whole("target_bytes", 1000, 1000, Integer.MAX_VALUE));
        report.put("faces_before", made.before()).put("faces_wanted", made.wanted()).put("faces_achieved",
                made.achieved()).put("error", made.error()).put("way", made.way());
        byte[] file = WritingGlb.write(made.scene());
        if (wanted.has("target_bytes")) {
            report.put("bytes_wanted", wanted.whole("target_bytes", 1000, 1000, Integer.MAX_VALUE));
        }
        report.put("bytes_achieved", file.length);
        return new Output("glb", file, report);
    }

    /** Halves the range of ratios a few times; textures alone may already be too much, then the smallest is kept. */
    private static Simplifying.Simplified toBytes(Scene scene, long bytes) {
        double low = 0.001;
        double high = 1;
        Simplifying.Simplified best = null;
        for (int i = 0; i < 7; i++) {
            double ratio = i == 0 ? 1 : Math.sqrt(low * high);
            Simplifying.Simplified made = Simplifying.byRatio(scene, ratio);
            boolean fits = WritingGlb.write(made.scene()).length <= bytes;
            if (fits || best == null || made.achieved() < best.achieved()) {
                best = made;
            }
            if (fits && i == 0) {
                return made;
            }
            low = fits ? ratio : low;
            high = fits ? high : ratio;
        }
        return best;
    }
}
