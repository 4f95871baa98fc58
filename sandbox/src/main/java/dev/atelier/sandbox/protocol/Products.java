package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.result.Result;
import dev.atelier.sandbox.result.ResultKind;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The files a piece of work brings, each made for what was asked: by role, deterministic from prompt and seed. */
public final class Products {
    private static final int RINGS = 32;
    private static final int PREVIEW = 512;

    private final String provider;
    private final String taskId;
    private final String prompt;
    private final long seed;
    private final Instant ready;
    private final Map<String, Result> files = new LinkedHashMap<>();

    /** @param ready nothing is served before */
    public Products(String provider, String taskId, String prompt, long seed, Instant ready) {
        this.provider = provider;
        this.taskId = taskId;
        this.prompt = prompt;
        this.seed = seed;
        this.ready = ready;
    }

    public Products picture(String role, ResultKind kind, int width, int height) {
        return with(role, kind, width, height, 0);
    }

    public Products film(String role, int width, int height, int seconds) {
        return with(role, ResultKind.MP4, width, height, seconds);
    }

    public Products mesh(String role) {
        return with(role, ResultKind.GLB, PREVIEW, PREVIEW / 2, RINGS);
    }

    public Products preview(String role) {
        return picture(role, ResultKind.PNG, PREVIEW, PREVIEW);
    }

    private Products with(String role, ResultKind kind, int width, int height, int detail) {
        files.put(role, Result.of(provider, taskId, kind, prompt, width, height, detail, seed + files.size(), ready));
        return this;
    }

    Collection<Result> all() {
        return files.values();
    }

    /** Of each file the token, by role. */
    public Map<String, String> tokens() {
        return files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue().token()));
    }
}
