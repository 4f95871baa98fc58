package dev.atelier.db.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.testing.DbContract;

abstract class AssetsContract extends DbContract {

    private final String org = Ids.next();

    private KeepingFiles files() {
        return db.get(KeepingFiles.class);
    }

    private ReadingAssets assets() {
        return db.get(ReadingAssets.class);
    }

    private Staged staged(byte[] bytes) throws IOException {
        return files().stage(target -> target.write(bytes));
    }

    private List<Asset> keep(String jobId, KeepingFiles.Result... results) {
        List<Asset> kept = new ArrayList<>();
        db.get(Transactions.class).run(() -> files().keep(org, null, jobId, List.of(results), kept::add));
        return kept;
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> left = Files.list(db.storage().resolve("tmp"))) {
            return left.count();
        }
    }

    private int rows(String table) {
        return db.sql().sql("select count(*) from " + table + " where org_id = ?").param(org).query(Integer.class)
                .single();
    }

    @Test
    void a_result_is_kept_with_what_its_bytes_tell() throws IOException {
        byte[] bytes = Samples.picture("png", 64, 32);
        String job = Ids.next();
        Asset asset = keep(job, new KeepingFiles.Result(Ids.next(), "main", staged(bytes))).getFirst();

        Asset read = assets().find(org, asset.id()).orElseThrow();
        assertThat(read).isEqualTo(asset);
        assertThat(read.kind()).isEqualTo("image");
        assertThat(read.mimeType()).isEqualTo("image/png");
        assertThat(read.width()).isEqualTo(64);
        assertThat(read.bytes()).isEqualTo(bytes.length);
        assertThat(read.sha256()).hasSize(64);
        assertThat(read.storageKey()).matches(org + "/\\d{4}/\\d{2}/" + asset.id() + "\\.png");
        assertThat(assets().open(read).readAllBytes()).isEqualTo(bytes);
        assertThat(assets().ofJob(org, job)).containsExactly(read);
    }

    @Test
    void the_main_file_comes_first() throws IOException {
        String job = Ids.next();
        keep(job, new KeepingFiles.Result(Ids.next(), "last_frame", staged(Samples.picture("png", 1, 1))),
                new KeepingFiles.Result(Ids.next(), "preview", staged(Samples.picture("png", 2, 2))),
                new KeepingFiles.Result(Ids.next(), "main", staged(Samples.mp4("isom", 4, 4))));

        assertThat(assets().ofJob(org, job)).extracting(Asset::role).containsExactly("main", "last_frame", "preview");
        assertThat(assets().ofJob(org, job)).extracting(Asset::kind).containsExactly("video", "image", "thumbnail");
        assertThat(assets().ofJob(org, job).getFirst().durationSec()).isEqualByComparingTo("5.042");
    }

    @Test
    void a_model_is_kept_with_its_numbers() throws IOException {
        Asset asset = keep(Ids.next(), new KeepingFiles.Result(Ids.next(), "main", staged(Samples.glb()))).getFirst();

        ModelAsset mesh = assets().mesh(org, asset.id()).orElseThrow();
        assertThat(mesh.format()).isEqualTo("glb");
        assertThat(mesh.faceCount()).isEqualTo(2);
        assertThat(mesh.triangulated()).isTrue();
        assertThat(mesh.watertight()).isNull();
        assertThat(mesh.boundingBoxJson()).contains("-2.0");
        assertThat(assets().mesh(Ids.next(), asset.id())).isEmpty();
    }

    @Test
    void a_model_knows_what_it_uses_each_picture_for() throws IOException {
        ModelAsset measured = new ModelAsset("glb", 3L, 1L, 2, 2, true, false, "{}", "metre", "base", "{}",
                List.of(ModelTexture.within("base_color", 0, 0), ModelTexture.within("base_color", 0, 2),
                        ModelTexture.within("normal", 1, 1), ModelTexture.within(null, 0, 3)));
        String picture = Ids.next();
        String id = Ids.next();
        for (int twice = 0; twice < 2; twice++) {
            Staged model = staged(Samples.glb()).measured(
                    new ModelMeter.Reading.Sound("model/gltf-binary", measured));
            keep(null, new KeepingFiles.Result(id, "main", model),
                    new KeepingFiles.Result(picture, "texture_emission", staged(Samples.picture("png", 4, 4))));
        }

        assertThat(assets().find(org, picture).orElseThrow().kind()).isEqualTo("texture");
        assertThat(assets().mesh(org, id).orElseThrow().textures()).containsExactlyInAnyOrder(
                new ModelTexture(id, "base_color", 0, 0), new ModelTexture(id, "base_color", 0, 2),
                new ModelTexture(id, "normal", 1, 1), new ModelTexture(id, "other", 0, 3),
                new ModelTexture(picture, "emissive", 0, 0));
        assertThat(assets().evaluations(org, id)).as("judged once").singleElement().satisfies(judged -> {
            assertThat(judged.evaluator()).isEqualTo("auto");
            assertThat(judged.rubricId()).isEqualTo("mesh-1");
            assertThat(judged.rating()).isEqualByComparingTo("4.25");
            assertThat(judged.metricsJson()).contains("open_surface");
        });
        assertThat(db.sql().sql("select metrics_grade from evaluations where org_id = ?").param(org)
                .query(String.class).single()).isEqualTo("B");
        assertThat(assets().evaluations(Ids.next(), id)).isEmpty();
        assertThat(assets().mesh(org, id).orElseThrow().copied(id).textures()).extracting(ModelTexture::assetId)
                .containsExactlyInAnyOrder(null, null, null, null, picture);
    }

    @Test
    void keeping_the_same_again_changes_nothing() throws IOException {
        String job = Ids.next();
        String id = Ids.next();
        byte[] bytes = Samples.glb();
        Asset first = keep(job, new KeepingFiles.Result(id, "main", staged(bytes))).getFirst();
        int assetRows = rows("assets");
        int meshRows = rows("model_assets");

        db.clock().advance(Duration.ofDays(40));
        Asset again = keep(job, new KeepingFiles.Result(id, "main", staged(bytes))).getFirst();

        assertThat(again).isEqualTo(first);
        assertThat(rows("assets")).isEqualTo(assetRows);
        assertThat(rows("model_assets")).isEqualTo(meshRows);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void a_transaction_that_did_not_commit_is_made_good_by_the_next() throws IOException {
        String id = Ids.next();
        byte[] bytes = Samples.picture("png", 3, 3);
        Staged lost = staged(bytes);
        assertThatThrownBy(() -> db.get(Transactions.class).run(() -> {
            files().keep(org, null, null, List.of(new KeepingFiles.Result(id, "main", lost)), asset -> {
            });
            throw new IllegalStateException("the commit never came");
        })).hasMessageContaining("never came");
        assertThat(assets().find(org, id)).isEmpty();

        Asset asset = keep(null, new KeepingFiles.Result(id, "main", staged(bytes))).getFirst();

        assertThat(assets().open(asset).readAllBytes()).isEqualTo(bytes);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void too_many_bytes_leave_nothing_behind() throws IOException {
        assertThatThrownBy(() -> files().stage(target -> target.write(new byte[100]), 99))
                .isInstanceOf(FileTooLarge.class);
        assertThatThrownBy(() -> files().stage(target -> {
            throw new IOException("the wire was cut");
        })).hasMessage("the wire was cut");
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void the_only_model_in_a_zip_is_unpacked() throws IOException {
        Staged zip = staged(Samples.zip("out/mesh.GLB", Samples.glb(), "texture.png"));
        Staged two = staged(Samples.zip("a.glb", Samples.glb(), "b.glb"));
        Staged broken = staged(Samples.zip("a.glb", new byte[10]));

        Staged model = files().unpack(zip).orElseThrow();
        assertThat(model.kind()).isEqualTo("3d_model");
        assertThat(model.bytes()).isEqualTo(Samples.glb().length);
        assertThat(files().unpack(two)).isEmpty();
        assertThat(files().unpack(broken)).isEmpty();
        assertThat(files().unpack(model)).isEmpty();

        files().discard(List.of(zip, two, broken, model));
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void an_upload_is_kept_under_a_name_of_ours() throws IOException {
        UploadingAssets.Upload upload = db.get(UploadingAssets.class).upload(org, null, "../../etc/pass\0wd.png",
                new ByteArrayInputStream(Samples.picture("png", 5, 5)));

        Asset asset = ((UploadingAssets.Upload.Kept) upload).asset();
        assertThat(asset.name()).isEqualTo("passwd.png");
        assertThat(asset.sourceType()).isEqualTo("upload");
        assertThat(asset.storageKey()).doesNotContain("passwd");
        assertThat(assets().find(org, asset.id())).contains(asset);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void what_cannot_be_taken_is_refused_with_a_code_and_leaves_nothing() throws IOException {
        UploadingAssets uploading = db.get(UploadingAssets.class);
        byte[] damaged = Samples.picture("png", 8, 8);
        damaged[17] = 1;
        int before = rows("assets");

        assertThat(uploading.upload(org, null, "x.png", new ByteArrayInputStream("<html>".getBytes())))
                .isInstanceOfSatisfying(UploadingAssets.Upload.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("unsupported_media_type"));
        assertThat(uploading.upload(org, null, "x.png", new ByteArrayInputStream(damaged)))
                .isInstanceOfSatisfying(UploadingAssets.Upload.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("invalid_image"));
        assertThat(uploading.upload(org, null, "x", new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOfSatisfying(UploadingAssets.Upload.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("payload_too_large"));
        assertThat(rows("assets")).isEqualTo(before);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void a_publication_and_a_download_leave_one_row_each() throws IOException {
        String id = Ids.next();
        keep(null, new KeepingFiles.Result(id, "main", staged(Samples.picture("png", 2, 2))));
        PublishingAssets publishing = db.get(PublishingAssets.class);

        assertThat(publishing.publish(Ids.next(), id, "public", "mallory", "r0")).isFalse();
        assertThat(publishing.publish(org, id, "public", "key-1", "r1")).isTrue();
        assertThat(publishing.publish(org, id, "public", "key-1", "r2")).isFalse();
        db.get(DownloadingAssets.class).begun(org, id, "key-1", "r3");

        assertThat(db.sql().sql("select action, request_id from audit_logs where subject_id = ? order by seq")
                .param(id).query((row, number) -> row.getString(1) + " " + row.getString(2)).list())
                .containsExactly("asset.published r1", "asset.downloaded r3");
        assertThatThrownBy(() -> publishing.publish(org, id, "everybody", "key-1", "r4"))
                .hasMessageContaining("private, team or public");
    }

    @Test
    void a_deleted_asset_is_gone_for_good_and_its_deletion_is_on_record() throws IOException {
        String id = Ids.next();
        Asset asset = keep(null, new KeepingFiles.Result(id, "main", staged(Samples.picture("png", 1, 1)))).getFirst();

        assertThat(db.get(DeletingAssets.class).delete(Ids.next(), id, "mallory", "r0")).isFalse();
        assertThat(db.get(DeletingAssets.class).delete(org, id, "key-1", "r1")).isTrue();
        assertThat(db.get(DeletingAssets.class).delete(org, id, "key-1", "r2")).isFalse();

        assertThat(assets().find(org, id)).isEmpty();
        assertThatThrownBy(() -> assets().open(asset)).isInstanceOf(IOException.class);
        assertThat(db.sql().sql("select actor, action, request_id from audit_logs where subject_id = ?").param(id)
                .query().singleRow().values()).containsExactly("key-1", "asset.deleted", "r1");

        keep(null, new KeepingFiles.Result(id, "main", staged(Samples.picture("png", 1, 1))));
        assertThat(assets().find(org, id)).isEmpty();
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void nothing_crosses_organisations() throws IOException {
        Asset asset = keep(null, new KeepingFiles.Result(Ids.next(), "main", staged(Samples.picture("png", 1, 1))))
                .getFirst();

        assertThat(assets().find(Ids.next(), asset.id())).isEmpty();
        assertThat(assets().find(org, "no id")).isEmpty();
    }

    @Test
    void what_a_killed_worker_left_lying_goes_when_the_same_file_is_fetched_again() throws IOException {
        String id = Ids.next();
        KeepingFiles.Writer bytes = target -> target.write(new byte[3]);
        Staged killed = files().stage(id, bytes);
        Staged another = files().stage(Ids.next(), bytes);

        Staged again = files().stage(id, bytes);

        assertThat(killed.path()).doesNotExist();
        assertThat(another.path()).exists();
        assertThat(again.path()).exists();
        files().discard(List.of(another, again));
    }

    @Test
    void what_a_crash_left_lying_is_swept_and_nothing_else() throws IOException {
        Asset asset = keep(null, new KeepingFiles.Result(Ids.next(), "main", staged(Samples.picture("png", 7, 7))))
                .getFirst();
        staged(new byte[3]);
        Path orphan = db.storage().resolve("objects/" + org + "/2026/11/orphan.png");
        Files.createDirectories(orphan.getParent());
        Files.write(orphan, new byte[3]);

        SweepingStorage sweeping = db.get(SweepingStorage.class);
        assertThat(sweeping.sweep(Instant.now(), Duration.ofHours(1))).isZero();
        assertThat(sweeping.sweep(Instant.now().plus(Duration.ofMinutes(6)), Duration.ofHours(1))).isOne();
        assertThat(temporaryFiles()).isZero();
        assertThat(orphan).exists();
        assertThat(sweeping.sweep(Instant.now().plus(Duration.ofHours(2)), Duration.ofHours(1)))
                .isOne();

        assertThat(orphan).doesNotExist();
        assertThat(assets().open(asset).readAllBytes()).isNotEmpty();
    }
}
