package dev.atelier.mesh.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The rows of the table: each operation as somebody may order it. */
record Work(String operation, String parameters) {

    static List<Work> all() {
        List<Work> all = new ArrayList<>();
        for (String format : List.of("glb", "gltf", "usdz", "obj", "stl", "ply", "3mf", "fbx")) {
            all.add(new Work("convert", "{\"format\":\"" + format + "\"}"));
        }
        all.addAll(List.of(new Work("simplify", "{\"ratio\":0.5}"), new Work("render_preview", "{\"size\":64}"),
                new Work("render_turntable", "{\"size\":32,\"frames\":2}"),
                new Work("optimize", "{\"texture_size\":64}"), new Work("analyze", "{}"), new Work("bake_texture",
                        "{\"maps\":[\"base_color\",\"normal\",\"metallic_roughness\",\"ao\",\"emissive\"],"
                                + "\"size\":32,\"samples\":2}")));
        return all;
    }

    /** Done in this process, so native code must not be given what may crash it. */
    Output on(byte[] model, Path folder) {
        try {
            Path own = Files.createTempDirectory(folder, "work");
            Path source = Files.write(own.resolve("source"), model);
            return new Operating(own, percent -> {
            }).operate(Operation.of(operation), new Parameters(new ObjectMapper().readTree(parameters)), source, null,
                    null);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    boolean needsFaces() {
        return !"analyze".equals(operation) && !"optimize".equals(operation)
                && !Map.of("{\"format\":\"glb\"}", 1, "{\"format\":\"gltf\"}", 1).containsKey(parameters);
    }

    @Override
    public String toString() {
        return operation + " " + parameters.replace("\"", "");
    }
}
