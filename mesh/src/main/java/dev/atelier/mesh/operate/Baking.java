package dev.atelier.mesh.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What a bake is asked for. */
record Baking(List<String> maps, int size, int margin) {

    private static final Set<String> MAPS = Set.of("base_color", "normal", "metallic_roughness", "emissive", "ao");

    static Baking wanted(Parameters wanted) {
        List<String> maps = new ArrayList<>();
        JsonNode named = wanted.json().path("maps");
        named.forEach(each -> maps.add(each.asText()));
        if (!named.isMissingNode() && maps.isEmpty() || !MAPS.containsAll(maps)) {
            throw Parameters.wrong("maps must be a list of base_color, normal, metallic_roughness, emissive, ao");
        }
        return new Baking(maps.isEmpty() ? List.of("base_color") : maps, wanted.whole("size", 1024, 16, 4096),
                wanted.whole("margin", 8, 0, 64));
    }
}
