package dev.atelier.mesh.operate;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.bake.Baking;
import dev.atelier.mesh.bake.MapKind;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.write.WritingGlb;

/** Bakes as they are asked for. */
final class BakingTextures {

    private BakingTextures() {
    }

    static Baking.Wanted wanted(Parameters wanted) {
        wanted.word("high", "");
        int size = wanted.whole("size", 1024, Baking.SMALLEST, Baking.LARGEST);
        return new Baking.Wanted(maps(wanted.json().path("maps")), size,
                wanted.whole("margin", Math.max(2, size / 128), 0, 256), wanted.whole("samples", 32, 1, 256));
    }

    private static Set<MapKind> maps(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return EnumSet.of(MapKind.BASE_COLOR, MapKind.NORMAL);
        }
        Set<MapKind> maps = EnumSet.noneOf(MapKind.class);
        for (JsonNode each : list) {
            maps.add(Stream.of(MapKind.values()).filter(kind -> kind.word().equals(each.asText())).findFirst()
                    .orElseThrow(() -> Parameters.wrong("maps may hold " + words(Set.of(MapKind.values())) + "; not "
                            + each)));
        }
        if (!list.isArray() || maps.isEmpty()) {
            throw Parameters.wrong("maps must be a list of " + words(Set.of(MapKind.values())));
        }
        return maps;
    }

    private static String words(Set<MapKind> maps) {
        return maps.stream().sorted().map(MapKind::word).collect(Collectors.joining(", "));
    }

    static byte[] write(Scene coarse, Scene fine, Parameters parameters, ObjectNode report, IntConsumer percent) {
        Baking.Wanted wanted = wanted(parameters);
        Baking.Made made = Baking.bake(fine, coarse, wanted, percent);
        report.put("faces", coarse.faceCount()).put("faces_high", fine.faceCount()).put("size", wanted.size()).put(
                "covered", made.covered()).put("overlap", made.overlap()).put("farthest", made.farthest());
        made.baked().forEach(each -> report.withArray("baked").add(each.word()));
        made.leftOut().forEach(each -> report.withArray("left_out").add(each.word()));
        return WritingGlb.write(made.scene());
    }
}
