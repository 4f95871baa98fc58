package dev.atelier.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Public models with known numbers, where they are at hand: the folder named by {@code -Datelier.test.models}, else
 * {@code shared/models} beside the repository. They have their own licences, so they are no part of it.
 */
public final class Corpus {

    private Corpus() {
    }

    /** One line of expected.json. */
    public record Model(String file, boolean refused, String error, JsonNode expected, byte[] bytes) {
        @Override
        public String toString() {
            return file;
        }
    }

    /** Empty where the folder is not there. */
    public static List<Model> models() {
        Path folder = folder();
        if (folder == null) {
            return List.of();
        }
        try {
            List<Model> models = new ArrayList<>();
            for (JsonNode each : new ObjectMapper().readTree(folder.resolve("expected.json").toFile())
                    .path("models")) {
                String file = each.path("file").asText();
                models.add(new Model(file, "reject".equals(each.path("expect").asText()), each.path("error").asText(),
                        each.path("expected"), Files.readAllBytes(folder.resolve(file))));
            }
            return models;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    public static byte[] bytes(String file) {
        return models().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow().bytes();
    }

    public static boolean isHere() {
        return folder() != null;
    }

    /** Null where it is not there. */
    public static Path place() {
        return folder();
    }

    private static Path folder() {
        String named = System.getProperty("atelier.test.models");
        if (named != null) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path models = at.resolve("shared/models");
            if (Files.isRegularFile(models.resolve("expected.json"))) {
                return models;
            }
        }
        return null;
    }
}
