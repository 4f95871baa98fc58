package dev.atelier.activities.mesh;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.operate.Parameters;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/**
 * What is asked of a video.
 *
 * @param poster else only to be told what is in it
 * @param at seconds from its start; negative: a picture that stands for its beginning
 * @param size the longer side has at most so many pixels
 * @param format png or jpeg
 */
record VideoWish(boolean poster, double at, int size, String format) {

    private static final int LONGEST_SECONDS = 24 * 3600;

    /** @throws RefusedModel BAD_REQUEST */
    static VideoWish of(String operation, JsonNode json) {
        Parameters wanted = new Parameters(json);
        return switch (operation) {
            case "analyze" -> {
                wanted.only(Set.of());
                yield new VideoWish(false, -1, 0, null);
            }
            case "poster" -> poster(wanted);
            default -> throw new RefusedModel(Problem.BAD_REQUEST,
                    "operation must be one of poster, analyze for a video; not " + operation);
        };
    }

    private static VideoWish poster(Parameters wanted) {
        wanted.only(Set.of("at", "size", "format"));
        String format = wanted.word("format", "jpeg");
        if (!List.of("png", "jpeg").contains(format)) {
            throw new RefusedModel(Problem.BAD_REQUEST, "format must be png or jpeg");
        }
        boolean chosen = wanted.json().hasNonNull("at");
        return new VideoWish(true, chosen ? wanted.number("at", 0, 0, LONGEST_SECONDS) : -1,
                wanted.whole("size", 1280, 16, 4096), format);
    }
}
