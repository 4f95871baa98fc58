package dev.atelier.db.asset;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

/** Brings results into the storage: staged under a temporary name, examined, then renamed when the rows are written. */
@Component
public class KeepingFiles {

    /** Writes a file somewhere; told the temporary path to write to. */
    public interface Writer {

        void writeTo(java.io.OutputStream target) throws IOException;
    }

    /** Stages what the writer writes. Throws IOException for disk trouble; the temporary file is then gone. */
    public Staged stage(Writer writer) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /**
     * Inside the caller's transaction: renames each file to its place and writes its row (and model_assets for 3D).
     * Doing it again with the same asset ids changes nothing.
     */
    public void keep(String orgId, String projectId, String jobId, List<Result> results, Consumer<Asset> kept) {
        throw new IllegalStateException("not yet");
    }

    /** Forgets staged files that will not be kept; never throws. */
    public void discard(List<Staged> staged) {
        throw new IllegalStateException("not yet");
    }

    public record Result(String assetId, String role, Staged file) {
    }
}
