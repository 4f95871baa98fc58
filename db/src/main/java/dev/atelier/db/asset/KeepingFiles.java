package dev.atelier.db.asset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings results into the storage: staged under a temporary name, examined, then renamed when the rows are written. */
@Component
public class KeepingFiles {

    /** Of one file of a result, bytes. */
    public static final long LARGEST = 2L * 1024 * 1024 * 1024;

    private static final String TEXTURE = "texture";
    private static final Logger log = LoggerFactory.getLogger(KeepingFiles.class);

    private final Storage storage;
    private final AssetRows rows;
    private final TextureRows textures;
    private final Clock clock;
    private final ObjectProvider<ModelMeter> meter;

    KeepingFiles(Storage storage, AssetRows rows, TextureRows textures, Clock clock,
            ObjectProvider<ModelMeter> meter) {
        this.storage = storage;
        this.rows = rows;
        this.textures = textures;
        this.clock = clock;
        this.meter = meter;
    }

    /** Writes a file somewhere; told the temporary path to write to. */
    public interface Writer {

        void writeTo(OutputStream target) throws IOException;
    }

    /**
     * Stages what the writer writes, in the place of what an earlier try for the same asset left. Throws IOException for disk trouble; the temporary file is then gone.
     *
     * @throws FileTooLarge when the writer wrote more than {@link #LARGEST} bytes
     */
    public Staged stage(String assetId, Writer writer) throws IOException {
        return stage(assetId, writer, LARGEST);
    }

    /** Stages what will be kept under an id that is not made yet. */
    public Staged stage(Writer writer) throws IOException {
        return stage(writer, LARGEST);
    }

    Staged stage(Writer writer, long limit) throws IOException {
        return stage(null, writer, limit);
    }

    private Staged stage(String assetId, Writer writer, long limit) throws IOException {
        Path file = storage.temporary(assetId);
        try {
            MeasuringStream target = new MeasuringStream(Files.newOutputStream(file), limit);
            try (target) {
                writer.writeTo(target);
            }
            Examining.Finding found = Examining.examine(file);
            return measured(new Staged(file, target.bytes(), target.sha256(), target.md5(), found.mime(),
                    found.type().map(type -> type.kind).orElse(null), found.width(), found.height(),
                    found.durationSec(), found.mesh(), null));
        } catch (IOException | RuntimeException trouble) {
            forget(file);
            throw trouble;
        }
    }

    /** Also looks into what nobody else knows: formats of models are hard to tell by their first bytes. */
    private Staged measured(Staged file) {
        ModelMeter measuring = meter.getIfAvailable();
        boolean glb = FileType.GLB.mime.equals(file.mimeType());
        if (measuring == null || !glb && (file.kind() != null || file.bytes() == 0)) {
            return file;
        }
        ModelMeter.Reading reading = measuring.read(file.path());
        boolean another = reading instanceof ModelMeter.Reading.Refused refused
                && "UNSUPPORTED_FORMAT".equals(refused.code());
        return another && !glb ? file : file.measured(reading);
    }

    /** The only model within a zip, staged beside it; empty when it holds none, or several, or no sound one. */
    public Optional<Staged> unpack(Staged zip) throws IOException {
        if (!FileType.ZIP.mime.equals(zip.mimeType())) {
            return Optional.empty();
        }
        Staged model = stage(target -> ZipPackage.copyOnlyGlb(zip.path(), target));
        if (FileType.GLB.mime.equals(model.mimeType()) && model.kind() != null) {
            return Optional.of(model);
        }
        forget(model.path());
        return Optional.empty();
    }

    /**
     * Inside the caller's transaction: renames each file to its place and writes its row (and model_assets for 3D).
     * Doing it again with the same asset ids changes nothing.
     */
    public void keep(String orgId, String projectId, String jobId, List<Result> results, Consumer<Asset> kept) {
        List<Asset> all = new ArrayList<>();
        for (int position = 0; position < results.size(); position++) {
            Result result = results.get(position);
            Optional<Asset> before = rows.evenPurged(orgId, result.assetId());
            all.add(before.isPresent()
                    ? again(before.get(), result.file())
                    : keep(orgId, projectId, jobId, result, position));
        }
        all.stream().filter(each -> "main".equals(each.role())).findFirst().ifPresent(main -> textures.insert(main,
                all.stream().filter(each -> "texture".equals(each.kind()))
                        .map(each -> ModelTexture.beside(each.id(), detail(each.role()))).toList(),
                clock.instant()));
        all.forEach(kept);
    }

    /** Of {@code texture_normal}: normal. */
    private static String detail(String role) {
        return role.length() > TEXTURE.length() ? role.substring(TEXTURE.length() + 1) : null;
    }

    /** Inside the caller's transaction: one file of several that come one after the other. Again changes nothing. */
    public Asset keepOutput(String orgId, String projectId, String jobId, Result result, int position) {
        return rows.evenPurged(orgId, result.assetId()).map(before -> again(before, result.file()))
                .orElseGet(() -> keep(orgId, projectId, jobId, result, position));
    }

    private Asset again(Asset asset, Staged file) {
        boolean alive = !"purged".equals(asset.lifecycleState());
        if (alive && asset.sha256().equals(file.sha256()) && !storage.has(asset.storageKey())) {
            place(file, asset.storageKey());
        }
        forget(file.path());
        return asset;
    }

    private Asset keep(String orgId, String projectId, String jobId, Result result, int position) {
        Staged file = result.file();
        String kind = kind(result.role(), file.kind());
        String name = result.role() + "-" + (position + 1) + "." + FileType.extensionOf(file.mimeType());
        Asset asset = asset(result.assetId(), orgId, jobId, result.role(), kind, name, file, "generated");
        write(asset, projectId, position, file);
        return asset;
    }

    Asset asset(String id, String orgId, String jobId, String role, String kind, String name, Staged file,
            String sourceType) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Asset(id, orgId, jobId, role, kind, name, StorageKeys.of(orgId, id, file.mimeType(), now),
                file.mimeType(), file.bytes(), file.sha256(), file.width(), file.height(), file.durationSec(),
                sourceType, "active", now, null);
    }

    /**
     * The row first: of two that keep the same asset at once, the second waits here and fails before it has touched
     * the object. An object whose transaction did not commit is replaced by the next try, or swept.
     */
    void write(Asset asset, String projectId, Integer position, Staged file) {
        rows.insert(asset, projectId, position, file.md5(), storage);
        if (file.mesh() != null) {
            rows.insert(asset, file.mesh());
        } else if ("3d_model".equals(asset.kind())) {
            rows.insert(asset, ModelAsset.unread(FileType.extensionOf(file.mimeType())));
        }
        place(file, asset.storageKey());
    }

    /** A transaction that lost a deadlock is run again and finds its file in place already. */
    private void place(Staged file, String key) {
        if (Files.notExists(file.path()) && storage.has(key)) {
            return;
        }
        try {
            storage.place(file.path(), key);
        } catch (IOException trouble) {
            throw new UncheckedIOException("cannot place " + key, trouble);
        }
    }

    private static String kind(String role, String byBytes) {
        if (!"image".equals(byBytes)) {
            return byBytes == null ? "file" : byBytes;
        }
        return switch (role) {
            case "preview", "thumbnail" -> "thumbnail";
            default -> role.startsWith(TEXTURE) ? TEXTURE : "image";
        };
    }

    /** Forgets staged files that will not be kept; never throws. */
    public void discard(List<Staged> staged) {
        staged.forEach(each -> forget(each.path()));
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stuck) {
            log.warn("cannot delete {}: it will be swept", file, stuck);
        }
    }

    public record Result(String assetId, String role, Staged file) {
    }
}
