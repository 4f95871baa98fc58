package dev.atelier.sandbox.result;

import dev.atelier.sandbox.film.Film;
import dev.atelier.sandbox.film.Mp4File;
import dev.atelier.sandbox.mesh.GlbFile;
import dev.atelier.sandbox.picture.JpegFile;
import dev.atelier.sandbox.picture.Painting;
import dev.atelier.sandbox.picture.PngFile;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * All it takes to make a result's bytes, again and again the same.
 *
 * @param token    the unguessable part of its address
 * @param detail   seconds of a film, rings of a mesh, 0 for a picture
 * @param readyAt  unix milliseconds; nothing is served before
 */
public record Result(String token, String provider, String taskId, ResultKind kind, String prompt, int width,
        int height, int detail,
        long seed, long readyAt) {

    static final Duration LIFE = Duration.ofHours(24);

    public static Result of(String provider, String taskId, ResultKind kind, String prompt, int width, int height,
            int detail,
            long seed, Instant readyAt) {
        String token = UUID.randomUUID().toString().replace("-", "") + kind.extension();
        return new Result(token, provider, taskId, kind, prompt, width, height, detail, seed, readyAt.toEpochMilli());
    }

    boolean expired(Instant now) {
        return now.isAfter(Instant.ofEpochMilli(readyAt).plus(LIFE));
    }

    boolean ready(Instant now) {
        return !now.isBefore(Instant.ofEpochMilli(readyAt));
    }

    byte[] make() {
        return switch (kind) {
            case PNG -> PngFile.encode(new Painting(prompt, width, height, seed).draw());
            case JPEG -> JpegFile.encode(new Painting(prompt, width, height, seed).draw());
            case MP4 -> Mp4File.encode(film());
            case LAST_FRAME -> PngFile.encode(film().lastFrame());
            case GLB -> GlbFile.encode(prompt, detail, seed);
        };
    }

    /** A small picture of it, for the page a person looks at. */
    byte[] thumbnail(int longerSide) {
        double scale = (double) longerSide / Math.max(width, height);
        int wide = Math.max(1, (int) (width * scale));
        int high = Math.max(1, (int) (height * scale));
        return PngFile.encode(new Painting(prompt, wide, high, seed).draw());
    }

    private Film film() {
        return Film.shaped(prompt, width, height, detail, seed);
    }
}
