package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.mesh.ConvertingSteps;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.asset.UploadingAssets;
import dev.atelier.db.job.Conversion;
import dev.atelier.db.job.ConvertingOutputs;
import dev.atelier.db.job.Outputs;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.sandbox.film.Film;
import dev.atelier.sandbox.film.Mp4File;
import dev.atelier.sandbox.picture.PngFile;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Converting;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/** Images and videos become other images, one made from the other. */
class MediaOutputsTest {

    private StepsContext house;
    private TestActivityEnvironment temporal;
    private Converting converting;

    @BeforeEach
    void open() throws IOException {
        house = new StepsContext();
        temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build()).build());
        temporal.registerActivitiesImplementations(house.get(ConvertingSteps.class));
        converting = temporal.newActivityStub(Converting.class);
    }

    @AfterEach
    void close() throws IOException {
        temporal.close();
        house.close();
    }

    @Test
    void an_image_becomes_a_smaller_one_in_another_format_and_that_a_thumbnail() throws IOException {
        String image = upload(PngFile.encode(new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB)));
        List<Asset> made = made(image, new Outputs.Output("resize", "{\"format\":\"webp\",\"width\":320}", null),
                new Outputs.Output("thumbnail", "{\"size\":64}", 0));
        assertThat(made).extracting(Asset::mimeType, Asset::kind, Asset::width, Asset::height).containsExactly(
                tuple("image/webp", "image", 320, 160), tuple("image/jpeg", "thumbnail", 64, 32));
    }

    @Test
    void a_video_becomes_a_poster_and_that_a_png() throws IOException {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v ffmpeg").start().onExit().join().exitValue())
                .as("ffmpeg is on this machine").isZero();
        String video = upload(Mp4File.encode(Film.shaped("a lantern", 16, 9, 2, 7)));
        List<Asset> made = made(video, new Outputs.Output("poster", "{}", null),
                new Outputs.Output("convert", "{\"format\":\"png\"}", 0));
        assertThat(made).extracting(Asset::mimeType, Asset::width, Asset::height).containsExactly(
                tuple("image/jpeg", 320, 180), tuple("image/png", 320, 180));
    }

    private String upload(byte[] bytes) throws IOException {
        return ((UploadingAssets.Upload.Kept) house.get(UploadingAssets.class).upload(house.org, null, "file",
                new ByteArrayInputStream(bytes))).asset().id();
    }

    private List<Asset> made(String source, Outputs.Output... outputs) {
        JobRef job = house.convert(source, outputs);
        Next next = house.get(RowSteps.class).open(job);
        while (next instanceof Next.Convert convert) {
            next = converting.convert(convert.output());
        }
        List<Conversion> rows = house.get(ConvertingOutputs.class).ofJob(house.org, job.jobId());
        assertThat(rows).allSatisfy(each -> assertThat(each.status()).as("%s", each).isEqualTo("succeeded"));
        return rows.stream().map(each -> house.get(ReadingAssets.class).find(house.org, each.outputAssetId())
                .orElseThrow()).toList();
    }
}
