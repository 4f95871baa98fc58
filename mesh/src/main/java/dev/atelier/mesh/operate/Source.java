package dev.atelier.mesh.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.atelier.mesh.engine.ImportingForeign;
import dev.atelier.mesh.engine.NativeDecoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Scene;

/** Reads whatever model a file holds, told by its bytes and never by its name. For the child process. */
public final class Source {

    private Source() {
    }

    /** @throws RefusedModel with the reason */
    public static Scene read(Path file) throws IOException {
        if (Files.size(file) > Limits.ALONE.bytes()) {
            throw RefusedModel.tooLarge("the file has " + Files.size(file) + " bytes, more than "
                    + Limits.ALONE.bytes());
        }
        byte[] bytes = Files.readAllBytes(file);
        String format = ModelFormat.of(bytes, bytes.length)
                .orElseThrow(() -> new RefusedModel(Problem.UNSUPPORTED_FORMAT,
                        "the file is no model that is read here: send glb, gltf, obj, stl, ply or fbx"));
        if ("gltf".equals(format)) {
            return new ReadingGltf(Limits.ALONE, new NativeDecoding()).read(bytes);
        }
        Path named = Files.createLink(file.resolveSibling("foreign." + format), file);
        try {
            return ImportingForeign.read(named, format);
        } finally {
            Files.delete(named);
        }
    }
}
