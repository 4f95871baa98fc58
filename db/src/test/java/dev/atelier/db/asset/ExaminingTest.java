package dev.atelier.db.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminingTest {

    @TempDir
    private Path folder;

    private Examining.Finding examine(byte[] bytes) throws IOException {
        return Examining.examine(Files.write(folder.resolve("no-name-tells.anything"), bytes));
    }

    @Test
    void pictures_tell_their_size_by_their_head() throws IOException {
        for (String format : new String[]{"png", "jpeg", "gif"}) {
            Examining.Finding found = examine(Samples.picture(format, 31, 17));

            assertThat(found.mime()).isEqualTo("image/" + format);
            assertThat(found.width()).isEqualTo(31);
            assertThat(found.height()).isEqualTo(17);
        }
        assertThat(examine(Samples.webp(1920, 1080)).type()).contains(FileType.WEBP);
        assertThat(examine(Samples.webp(1920, 1080)).width()).isEqualTo(1920);
        assertThat(examine(Samples.webp(1920, 1080)).height()).isEqualTo(1080);
    }

    @Test
    void a_picture_that_no_memory_holds_is_none() throws IOException {
        byte[] liar = Samples.picture("png", 8, 8);
        // The size stands in IHDR, from byte 16 on: 65,536 pixels wide.
        liar[17] = 1;

        assertThat(examine(liar).type()).isEmpty();
        assertThat(examine(liar).mime()).isEqualTo("image/png");
        assertThat(examine(Samples.webp(16_383, 16_383)).type()).isEmpty();
    }

    @Test
    void a_movie_tells_its_length_and_size() throws IOException {
        Examining.Finding found = examine(Samples.mp4("mp42", 1280, 720));

        assertThat(found.type()).contains(FileType.MP4);
        assertThat(found.width()).isEqualTo(1280);
        assertThat(found.height()).isEqualTo(720);
        assertThat(found.durationSec()).isEqualByComparingTo("5.042");
        assertThat(examine(Samples.mp4("iso5", 2, 2)).type()).contains(FileType.MP4);
        assertThat(examine(Samples.mp4("qt  ", 2, 2)).type()).contains(FileType.QUICKTIME);
        assertThat(examine(Samples.mp4("M4A ", 2, 2)).type()).isEmpty();
    }

    @Test
    void a_movie_cut_short_is_none() throws IOException {
        byte[] whole = Samples.mp4("isom", 1280, 720);

        assertThat(examine(Arrays.copyOf(whole, whole.length - 20)).type()).isEmpty();
        assertThat(examine(Arrays.copyOf(whole, 500)).type()).isEmpty();
    }

    @Test
    void a_box_that_claims_gigabytes_costs_none() throws IOException {
        byte[] liar = Samples.join(Samples.box("ftyp", "isom\0\0\2\0".getBytes(StandardCharsets.US_ASCII)),
                new byte[]{0x7f, 0, 0, 0, 'm', 'o', 'o', 'v'});

        assertThat(examine(liar).type()).isEmpty();
    }

    @Test
    void a_model_is_counted_from_its_document() throws IOException {
        ModelAsset mesh = examine(Samples.glb()).mesh();

        assertThat(mesh.vertexCount()).isEqualTo(4);
        assertThat(mesh.faceCount()).isEqualTo(2);
        assertThat(mesh.materialCount()).isEqualTo(2);
        assertThat(mesh.uvMapCount()).isEqualTo(1);
        assertThat(mesh.triangulated()).isTrue();
        assertThat(mesh.watertight()).isNull();
        assertThat(mesh.boundingBoxJson()).contains("\"min\":[-1.0,-2.0,0.0]").contains("\"max\":[1.0,2.0,0.5]");
    }

    @Test
    void lines_are_no_faces() throws IOException {
        ModelAsset mesh = examine(Samples.glb("""
                {"accessors":[{"count":10}],"meshes":[{"primitives":[{"attributes":{"POSITION":0},"mode":1}]}]}
                """)).mesh();

        assertThat(mesh.faceCount()).isZero();
        assertThat(mesh.triangulated()).isFalse();
        assertThat(mesh.boundingBoxJson()).isNull();
    }

    @Test
    void a_damaged_model_is_none() throws IOException {
        byte[] whole = Samples.glb();

        assertThat(examine(Arrays.copyOf(whole, whole.length - 1)).type()).isEmpty();
        assertThat(examine(Samples.glb("{not json")).type()).isEmpty();
        assertThat(examine("glTF".getBytes(StandardCharsets.US_ASCII)).type()).isEmpty();
    }

    @Test
    void a_usdz_is_a_zip_that_begins_with_a_layer() throws IOException {
        assertThat(examine(Samples.zip("scene.usdc", new byte[10])).type()).contains(FileType.USDZ);
        assertThat(examine(Samples.zip("readme.txt", new byte[10])).type()).contains(FileType.ZIP);
    }

    @Test
    void what_we_do_not_know_has_no_kind() throws IOException {
        assertThat(examine(new byte[0]).type()).isEmpty();
        assertThat(examine("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)).type())
                .isEmpty();
        assertThat(examine("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)).mime())
                .isEqualTo("text/html");
    }
}
