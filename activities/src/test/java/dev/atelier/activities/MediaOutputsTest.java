package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.job.Outputs;
import dev.atelier.sandbox.film.Film;
import dev.atelier.sandbox.film.Mp4File;
import dev.atelier.sandbox.picture.PngFile;

/** Images and videos become other images, one made from the other. */
class MediaOutputsTest {

    private ConvertingHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new ConvertingHouse();
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @Test
    void an_image_becomes_a_smaller_one_in_another_format_and_that_a_thumbnail() throws IOException {
        String image = house.upload(PngFile.encode(new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB)));
        List<Asset> made = made(image, new Outputs.Output("resize", "{\"format\":\"webp\",\"width\":320}", null),
                new Outputs.Output("thumbnail", "{\"size\":64}", 0));
        assertThat(made).extracting(Asset::mimeType, Asset::kind, Asset::width, Asset::height).containsExactly(
                tuple("image/webp", "image", 320, 160), tuple("image/jpeg", "thumbnail", 64, 32));
    }

    @Test
    void a_video_becomes_a_poster_and_that_a_png() throws IOException {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v ffmpeg").start().onExit().join().exitValue())
                .as("ffmpeg is on this machine").isZero();
        String video = house.upload(Mp4File.encode(Film.shaped("a lantern", 16, 9, 2, 7)));
        List<Asset> made = made(video, new Outputs.Output("poster", "{}", null),
                new Outputs.Output("convert", "{\"format\":\"png\"}", 0));
        assertThat(made).extracting(Asset::mimeType, Asset::width, Asset::height).containsExactly(
                tuple("image/jpeg", 320, 180), tuple("image/png", 320, 180));
    }

    private List<Asset> made(String source, Outputs.Output... outputs) {
        return house.made(source, outputs).stream().map(each -> house.steps.get(ReadingAssets.class)
                .find(house.steps.org, each.outputAssetId()).orElseThrow()).toList();
    }
}
