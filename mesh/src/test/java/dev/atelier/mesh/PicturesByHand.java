package dev.atelier.mesh;

import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.mesh.child.ChildLimits;
import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.write.WritingGlb;

/** The pictures in docs: {@code PicturesByHand docs/pictures}, each made by one of our operations as a job orders it. */
final class PicturesByHand {

    private PicturesByHand() {
    }

    public static void main(String[] words) throws Exception {
        Path folder = Files.createDirectories(Path.of(words[0]));
        Path work = Files.createTempDirectory("pictures");
        Path fine = Files.write(work.resolve("lantern.glb"), WritingGlb.write(Lantern.scene()));
        Path coarse = keep("simplify", "{\"ratio\":0.03}", fine, null, work.resolve("coarse.glb"));
        Path baked = keep("bake_texture", "{\"maps\":[\"base_color\",\"normal\",\"ao\"],\"size\":1024}", coarse, fine,
                work.resolve("baked.glb"));
        keep("render_preview", "{\"size\":384}", fine, null, folder.resolve("preview.png"));
        keep("render_preview", "{\"size\":384}", coarse, null, folder.resolve("simplified.png"));
        keep("render_preview", "{\"size\":384}", baked, null, folder.resolve("baked.png"));
        keep("render_turntable", "{\"size\":192,\"frames\":24}", fine, null, folder.resolve("turntable.gif"));
        System.out.println("models lie in " + work);
    }

    private static Path keep(String operation, String parameters, Path source, Path high, Path target)
            throws Exception {
        Path own = Files.createTempDirectory("picture");
        Outcome outcome = new RunningChild(ChildLimits.USUAL).run(new Task(operation, parameters, source, high), own,
                percent -> {
                });
        if (!(outcome instanceof Outcome.Made made)) {
            throw new IllegalStateException(outcome.toString());
        }
        Files.copy(made.file(), target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        System.out.printf("%s: %d bytes, %d ms; %s%n", target, Files.size(target), made.took().toMillis(),
                new ObjectMapper().readTree(made.report()).path("faces_achieved"));
        return target;
    }
}
