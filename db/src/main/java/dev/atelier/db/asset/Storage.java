package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.function.UnaryOperator;

/** Where the bytes lie. Keys are made by us, never from anything a user wrote. */
interface Storage {

    /** The word of {@code assets.storage_provider}. */
    String provider();

    String bucket();

    /** The word of {@code assets.storage_region}. */
    String region();

    /**
     * A new empty file to write to, on the same volume as the objects.
     *
     * @param owner id of what will be kept: files that an earlier writer of the same left lying are deleted; null for
     *              nobody's
     */
    Path temporary(String owner) throws IOException;

    /** Whole or not at all; an object that is there already is replaced. */
    void place(Path temporary, String key) throws IOException;

    boolean has(String key);

    InputStream open(String key) throws IOException;

    /** An object that is not there is none to delete. */
    void delete(String key) throws IOException;

    /**
     * Deletes what was left lying: temporary files, and objects of which the owner tells that they are nobody's.
     *
     * @param abandoned temporary files that nobody has written to since then belong to a writer that is gone
     * @param before   younger objects may still be on their way
     * @param orphaned gets keys, answers with those that are nobody's
     * @return how many files were deleted
     */
    int sweep(Instant abandoned, Instant before, UnaryOperator<Collection<String>> orphaned) throws IOException;
}
