package dev.atelier.mesh.write;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Scene;

/** Texture files as formats beside glTF take them: PNG and JPEG alone. */
final class Pictures {

    private Pictures() {
    }

    /** @throws RefusedModel UNSUPPORTED_EXTENSION */
    static Picture plain(Scene scene, int index) {
        Picture picture = scene.pictures().get(index);
        if (!"image/png".equals(picture.mimeType()) && !"image/jpeg".equals(picture.mimeType())) {
            throw new RefusedModel(Problem.UNSUPPORTED_EXTENSION, "the texture " + picture.name() + " is "
                    + picture.mimeType() + ", which this format does not hold: use PNG or JPEG textures");
        }
        return picture;
    }

    static String file(Picture picture, int index) {
        return "textures/" + index + ("image/png".equals(picture.mimeType()) ? ".png" : ".jpg");
    }
}
