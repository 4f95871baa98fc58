package dev.atelier.faults.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a succeeded job made is there, byte for byte. */
final class ResultsAreReadable implements Invariant {
    @Override
    public String name() {
        return "I5";
    }

    @Override
    public String says() {
        return "what succeeded can be read, size and sha256 match";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> found = new ArrayList<>(evidence.books().violations("generation_jobs", """
                select j.id, 'succeeded without an asset' from generation_jobs j where j.status = 'succeeded'
                   and not exists (select 1 from assets a where a.job_id = j.id)
                """));
        if (evidence.storage() != null)
            evidence.books().read("""
                    select a.id, a.storage_key, a.size_bytes, a.sha256 from assets a
                      join generation_jobs j on j.id = a.job_id
                     where j.status = 'succeeded' and a.lifecycle_state <> 'purged'
                    """, row -> found.addAll(look(evidence.storage().resolve("objects").resolve(row.getString(2)),
                    "assets " + row.getString(1), row.getLong(3), row.getString(4))));
        return found;
    }

    private static List<Violation> look(Path file, String row, long size, String sha256) {
        try {
            if (!Files.isReadable(file))
                return List.of(new Violation(row, "its object is not there"));
            if (Files.size(file) != size)
                return List.of(new Violation(row, "its object has " + Files.size(file) + " bytes instead of " + size));
            return sha256(file).equals(sha256)
                    ? List.of()
                    : List.of(new Violation(row, "its object has another sha256"));
        } catch (IOException e) {
            return List.of(new Violation(row, "its object cannot be read: " + e.getMessage()));
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[1 << 16];
            for (int length = in.read(piece); length >= 0; length = in.read(piece))
                digest.update(piece, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
