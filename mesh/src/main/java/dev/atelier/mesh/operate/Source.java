package dev.atelier.mesh.operate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        String format = format(bytes);
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

    static String format(byte[] b) {
        String head = new String(b, 0, Math.min(b.length, 4096), StandardCharsets.ISO_8859_1);
        if (head.startsWith("glTF") || head.stripLeading().startsWith("{")) {
            return "gltf";
        }
        if (head.startsWith("Kaydara FBX Binary")) {
            return "fbx";
        }
        if (head.startsWith("ply\n") || head.startsWith("ply\r")) {
            return "ply";
        }
        if (isStl(b, head)) {
            return "stl";
        }
        if (head.lines().anyMatch(line -> line.startsWith("v ")) && head.indexOf('\0') < 0) {
            return "obj";
        }
        throw new RefusedModel(Problem.UNSUPPORTED_FORMAT,
                "the file is no model that is read here: send glb, gltf, obj, stl, ply or fbx");
    }

    private static boolean isStl(byte[] b, String head) {
        if (head.startsWith("solid") && head.contains("facet")) {
            return true;
        }
        if (b.length < 84) {
            return false;
        }
        long faces = b[80] & 0xffL | (b[81] & 0xffL) << 8 | (b[82] & 0xffL) << 16 | (b[83] & 0xffL) << 24;
        return b.length == 84 + 50 * faces;
    }
}
