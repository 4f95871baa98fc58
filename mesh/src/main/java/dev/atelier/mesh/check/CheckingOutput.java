package dev.atelier.mesh.check;

import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Scene;

/** Nothing that was made counts before it stood this: read again, and as many triangles as there should be. */
public final class CheckingOutput {

    private CheckingOutput() {
    }

    /**
     * @param format glb, gltf, usdz, obj, stl, ply, 3mf, fbx, png or gif
     * @param faces how many triangles it should hold; -1: no model, or not known
     * @throws RefusedModel OUTPUT_INVALID
     */
    public static void check(String format, byte[] file, long faces) {
        long found = switch (format) {
            case "glb", "gltf" -> gltf(file).faceCount();
            case "usdz" -> UsdzCheck.faces(file);
            case "obj" -> ObjCheck.faces(file);
            case "stl" -> stl(file);
            case "ply" -> PlyCheck.faces(file);
            case "3mf" -> ThreeMfCheck.faces(file);
            case "fbx" -> fbx(file);
            case "png", "jpeg", "gif" -> PictureCheck.frames(file);
            default -> throw invalid("no check is known for " + format);
        };
        if (faces >= 0 && found >= 0 && found != faces) {
            throw invalid("the " + format + " holds " + found + " triangles where " + faces + " were to be written");
        }
    }

    static RefusedModel invalid(String why) {
        return new RefusedModel(Problem.OUTPUT_INVALID, why);
    }

    private static Scene gltf(byte[] file) {
        try {
            return new ReadingGltf(Limits.ALONE, Decoding.NONE).read(file);
        } catch (RefusedModel unreadable) {
            throw invalid("the model that was written cannot be read again: " + unreadable.getMessage());
        }
    }

    private static long stl(byte[] file) {
        long count = file.length < 84 ? -1 : Integer.toUnsignedLong(Little.of(file).getInt(80));
        if (count < 0 || file.length != 84 + 50 * count) {
            throw invalid("the stl's length does not fit its number of triangles");
        }
        return count;
    }

    /** Its own structure is not read: the head, and an end that is there. */
    private static long fbx(byte[] file) {
        boolean binary = file.length > 1024 && new String(file, 0, 18, java.nio.charset.StandardCharsets.ISO_8859_1)
                .equals("Kaydara FBX Binary");
        if (!binary) {
            throw invalid("the fbx has no proper head");
        }
        return -1;
    }
}
