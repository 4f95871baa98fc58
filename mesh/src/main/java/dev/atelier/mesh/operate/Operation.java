package dev.atelier.mesh.operate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.studio.Studio;

/** What can be done with a model, and what each takes. */
public enum Operation {
    CONVERT(Set.of("format")), SIMPLIFY(Set.of("ratio", "face_count", "target_bytes")), RENDER_PREVIEW(
            Set.of("size", "azimuth", "elevation", "background", "light")), RENDER_TURNTABLE(
                    Set.of("size", "frames", "elevation", "background", "light")), OPTIMIZE(
                            Set.of("texture_size", "target_bytes")), BAKE_TEXTURE(
                                    Set.of("maps", "size", "margin", "samples", "high")), ANALYZE(Set.of());

    private static final Set<String> FORMATS = Set.of("glb", "gltf", "usdz", "obj", "stl", "ply", "3mf", "fbx");

    private final Set<String> fields;

    Operation(Set<String> fields) {
        this.fields = Stream.concat(fields.stream(), Stream.of(Parameters.ENGINE)).collect(Collectors.toSet());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Operation> find(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** @throws RefusedModel BAD_REQUEST */
    public static Operation of(String word) {
        return find(word).orElseThrow(() -> Parameters.wrong("operation must be one of "
                + Stream.of(values()).map(Operation::word).collect(Collectors.joining(", ")) + "; not " + word));
    }

    /** Refuses a request before anything is begun. @throws RefusedModel BAD_REQUEST */
    public void check(Parameters wanted) {
        wanted.only(fields);
        if (wanted.byStudio() && !isForStudio(wanted)) {
            throw Parameters.wrong("engine studio does not do this: leave engine out, or say embedded");
        }
        switch (this) {
            case CONVERT -> {
                if (!FORMATS.contains(wanted.word("format", ""))) {
                    throw Parameters.wrong("format must be one of glb, gltf, usdz, obj, stl, ply, 3mf, fbx");
                }
            }
            case SIMPLIFY -> oneGoal(wanted);
            case RENDER_PREVIEW, RENDER_TURNTABLE -> Picturing.view(wanted, this);
            case OPTIMIZE -> {
                wanted.whole("texture_size", 1024, 16, 4096);
                wanted.whole("target_bytes", 1000, 1000, Integer.MAX_VALUE);
            }
            case BAKE_TEXTURE -> BakingTextures.wanted(wanted);
            case ANALYZE -> {
            }
        }
    }

    /** Whether Blender, where it is, can do it as well. */
    public boolean isForStudio(Parameters wanted) {
        boolean packed = this == BAKE_TEXTURE && wanted.json().path("maps").toString().contains("metallic_roughness");
        return Studio.does(word(), wanted.word("format", "")) && !wanted.has("target_bytes") && !packed;
    }

    private static void oneGoal(Parameters wanted) {
        int goals = (wanted.has("ratio") ? 1 : 0) + (wanted.has("face_count") ? 1 : 0)
                + (wanted.has("target_bytes") ? 1 : 0);
        if (goals != 1) {
            throw Parameters.wrong("simplify takes one of ratio, face_count and target_bytes");
        }
        wanted.number("ratio", 0.5, 0.0001, 1);
        wanted.whole("face_count", 1, 1, 100_000_000);
        wanted.whole("target_bytes", 1000, 1000, Integer.MAX_VALUE);
    }
}
