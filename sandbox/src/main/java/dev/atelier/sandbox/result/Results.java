package dev.atelier.sandbox.result;

import dev.atelier.sandbox.state.Shelf;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The results there are, as recipes; their bytes are made when asked for. */
public final class Results implements Closeable {
    private static final int CAPACITY = 50_000;
    private static final int THUMBNAIL = 160;

    private final Shelf<Result> results;
    private final Bakery bakery = new Bakery();
    private final String address;

    /** @param address of this server as configured, never as a request names it */
    public Results(Path file, String address) {
        this.results = new Shelf<>(file, Result.class, CAPACITY);
        this.address = address;
    }

    public void keep(Result result) {
        results.put(result.token(), result);
    }

    public Optional<Result> find(String token) {
        return results.get(token);
    }

    public String url(String token) {
        return address + "/files/" + token;
    }

    /** An address that works until then; the same file may have several. */
    public String url(String token, Instant until) {
        return url(token) + "?expires=" + until.getEpochSecond();
    }

    public byte[] bytes(Result result) {
        return bakery.bytes(result);
    }

    public byte[] thumbnail(Result result) {
        return result.thumbnail(THUMBNAIL);
    }

    /** Newest first. */
    public List<Result> latest(int count) {
        return results.all().reversed().stream().limit(count).toList();
    }

    @Override
    public void close() throws IOException {
        results.close();
    }
}
