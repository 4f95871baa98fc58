package dev.atelier.mesh.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** Rows of a picture, done by as many threads as there are processors. */
final class Rows {

    private static final int MOST_THREADS = 8;

    private Rows() {
    }

    /** @param workers makes one for each thread @param done run after each row, by any thread @return the workers */
    static <W> List<W> each(int rows, Supplier<W> workers, ObjIntConsumer<W> row, Runnable done) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        AtomicInteger next = new AtomicInteger();
        List<W> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                W worker = workers.get();
                all.add(worker);
                running.add(pool.submit(() -> {
                    for (int y = next.getAndIncrement(); y < rows; y = next.getAndIncrement()) {
                        row.accept(worker, y);
                        done.run();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", ended);
        }
        return all;
    }
}
