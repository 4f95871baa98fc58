package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Answering;
import dev.atelier.sandbox.http.Request;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One provider as its clients know it. */
public interface Protocol extends Answering, Closeable {

    /** As in the journal, such as {@code ark}. */
    String name();

    /** Whether a request is for this provider: by its path, or at the root by what else its clients send. */
    boolean takes(Request request);

    /** Tasks that wait or run, of all accounts, as lines for a person. */
    default List<String> going() {
        return List.of();
    }

    @Override
    default void close() throws IOException {
    }
}
