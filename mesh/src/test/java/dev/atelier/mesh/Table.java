package dev.atelier.mesh;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.scene.Scene;

/** Every model there is: the public ones that can be read here, and our own. */
public final class Table {

    private Table() {
    }

    public static Map<String, Scene> models(Decoding decoding) {
        Map<String, Scene> all = new LinkedHashMap<>(Zoo.all());
        for (Corpus.Model each : Corpus.models()) {
            boolean packed = each.expected().path("extensionsRequired").toString().matches(".*(draco|meshopt).*");
            if (!each.refused() && (!packed || decoding != Decoding.NONE)) {
                all.put(each.file(), new ReadingGltf(Limits.ALONE, decoding).read(each.bytes()));
            }
        }
        return all;
    }
}
