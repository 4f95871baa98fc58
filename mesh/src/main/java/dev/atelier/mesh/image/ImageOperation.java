package dev.atelier.mesh.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.operate.Parameters;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** What can be done with an image, and what each takes. */
public enum ImageOperation {
    CONVERT(Set.of("format", "quality")), RESIZE(Set.of("width", "height", "fit", "format", "quality")), THUMBNAIL(
            Set.of("size", "format", "quality"));

    /** What can be written. */
    public static final List<String> FORMATS = List.of("png", "jpeg", "webp");

    static final int LONGEST_SIDE = 8192;
    private static final int LARGEST_THUMBNAIL = 1024;

    private final Set<String> fields;

    ImageOperation(Set<String> fields) {
        this.fields = fields;
    }

    /** @throws RefusedModel BAD_REQUEST */
    public static ImageOperation of(String word) {
        for (ImageOperation each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new RefusedModel(Problem.BAD_REQUEST,
                "operation must be one of convert, resize, thumbnail for an image; not " + word);
    }

    /** Whether this is asked of an image: {@code convert} is asked of models, too, to formats of theirs. */
    public static Optional<ImageOperation> meant(String word, JsonNode parameters) {
        boolean image = switch (word) {
            case "resize", "thumbnail" -> true;
            case "convert" -> FORMATS.contains(parameters.path("format").asText());
            default -> false;
        };
        return image ? Optional.of(of(word)) : Optional.empty();
    }

    /** Refuses a request before anything is begun. @throws RefusedModel BAD_REQUEST */
    public Wish check(Parameters wanted) {
        wanted.only(fields);
        String format = wanted.word("format", null);
        if (format == null ? this == CONVERT : !FORMATS.contains(format)) {
            throw new RefusedModel(Problem.BAD_REQUEST, "format must be one of " + String.join(", ", FORMATS));
        }
        int quality = wanted.whole("quality", 90, 1, 100);
        return switch (this) {
            case CONVERT -> new Wish(0, 0, false, true, format, quality);
            case THUMBNAIL -> {
                int size = wanted.whole("size", 256, 16, LARGEST_THUMBNAIL);
                yield new Wish(size, size, false, false, format, quality);
            }
            case RESIZE -> resize(wanted, format, quality);
        };
    }

    private static Wish resize(Parameters wanted, String format, int quality) {
        int width = wanted.whole("width", 0, 0, LONGEST_SIDE);
        int height = wanted.whole("height", 0, 0, LONGEST_SIDE);
        String fit = wanted.word("fit", "inside");
        if (width == 0 && height == 0) {
            throw new RefusedModel(Problem.BAD_REQUEST, "resize takes width, height or both, in pixels");
        }
        if (!List.of("inside", "cover").contains(fit)) {
            throw new RefusedModel(Problem.BAD_REQUEST, "fit must be inside (nothing is cut off) or cover (fills both"
                    + " sides, what stands over is cut off)");
        }
        if ("cover".equals(fit) && (width == 0 || height == 0)) {
            throw new RefusedModel(Problem.BAD_REQUEST, "fit cover takes both width and height");
        }
        return new Wish(width, height, "cover".equals(fit), true, format, quality);
    }

    /**
     * @param width at most, 0: as the height gives
     * @param format null: the source's own where it can be written
     * @param quality of JPEG and lossy WebP, 1 to 100
     */
    public record Wish(int width, int height, boolean cover, boolean enlarge, String format, int quality) {
    }
}
