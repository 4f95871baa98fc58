package dev.atelier.mesh;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.picture.Png;
import dev.atelier.mesh.render.Rendering;
import dev.atelier.mesh.render.Turntable;
import dev.atelier.mesh.render.View;
import dev.atelier.mesh.scene.Scene;

/** Pictures of a .glb to look at: {@code PicturesByHand in.glb out-without-ending [size [turntable]]}. */
final class PicturesByHand {

    private PicturesByHand() {
    }

    public static void main(String[] words) throws Exception {
        Scene scene = "ball".equals(words[0])
                ? Models.painted(200, 400)
                : new ReadingGltf(Limits.ALONE, Decoding.NONE).read(Files.readAllBytes(Path.of(words[0])));
        int size = words.length > 2 ? Integer.parseInt(words[2]) : 512;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            Rendering rendering = new Rendering(scene);
            Files.write(Path.of(words[1] + ".png"), Png.of(rendering.picture(View.usual(size))));
            System.out.println(words[1] + " " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        }
        if (words.length > 3) {
            Files.write(Path.of(words[1] + ".gif"),
                    Turntable.gif(new Rendering(scene), View.usual(256), 24, 8, frame -> {
                    }));
        }
    }
}
