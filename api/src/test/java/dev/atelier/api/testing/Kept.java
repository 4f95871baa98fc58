package dev.atelier.api.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.DeletingAssets;
import dev.atelier.db.asset.ModelAsset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.asset.UploadingAssets;
import dev.atelier.db.dialect.Ids;

@Configuration
public class Kept {
    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4};
    public static final byte[] GLB = {'g', 'l', 'T', 'F', 2, 0, 0, 0};

    private record File(Asset asset, byte[] bytes) {
    }

    private final Map<String, File> kept = new ConcurrentHashMap<>();

    public Asset keep(String orgId, String jobId, byte[] bytes) {
        boolean png = bytes.length > 4 && bytes[0] == (byte) 0x89;
        Asset asset = new Asset(Ids.next(), orgId, jobId, jobId == null ? null : "main", png ? "image" : "3d_model",
                "name", "key", png ? "image/png" : "model/gltf-binary", bytes.length, sha256(bytes), 1, 1, null,
                "upload", "ready", Instant.now(), null);
        kept.put(asset.id(), new File(asset, bytes));
        return asset;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Bean
    @Primary
    ReadingAssets readingAssetsForTests() {
        return new ReadingAssets() {
            @Override
            public Optional<Asset> find(String orgId, String assetId) {
                return Optional.ofNullable(kept.get(assetId)).map(File::asset)
                        .filter(asset -> asset.orgId().equals(orgId));
            }

            @Override
            public List<Asset> ofJob(String orgId, String jobId) {
                return kept.values().stream().map(File::asset).filter(asset -> jobId.equals(asset.jobId())).toList();
            }

            @Override
            public Optional<ModelAsset> mesh(String orgId, String assetId) {
                return Optional.of(new ModelAsset("glb", 8L, 12L, 1, 1, true, true, "{\"min\":[0,0,0]}"));
            }

            @Override
            public InputStream open(Asset asset) {
                return new ByteArrayInputStream(kept.get(asset.id()).bytes());
            }
        };
    }

    @Bean
    @Primary
    UploadingAssets uploadingAssetsForTests() {
        return new UploadingAssets() {
            @Override
            public Upload upload(String orgId, String projectId, String fileName, InputStream bytes)
                    throws IOException {
                byte[] all = bytes.readAllBytes();
                return all[0] == 'x'
                        ? new Upload.Refused("unsupported_media_type", "This is no file we know.")
                        : new Upload.Kept(keep(orgId, null, all));
            }
        };
    }

    @Bean
    @Primary
    DeletingAssets deletingAssetsForTests() {
        return new DeletingAssets() {
            @Override
            public boolean delete(String orgId, String assetId, String actor, String requestId) {
                return readingAssetsForTests().find(orgId, assetId).map(asset -> kept.remove(asset.id())).isPresent();
            }
        };
    }
}
