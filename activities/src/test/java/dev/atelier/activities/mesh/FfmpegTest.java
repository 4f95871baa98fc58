package dev.atelier.activities.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.sandbox.film.Film;
import dev.atelier.sandbox.film.Mp4File;

/** With the ffmpeg of this machine; where there is none, only that is told. */
class FfmpegTest {

    private static final RunningChild.Watcher NOBODY = percent -> {
    };

    @TempDir
    private Path folder;
    private final Ffmpeg ffmpeg = Ffmpeg.find("ffmpeg");

    private Outcome run(String operation, String parameters, byte[] video) throws IOException {
        return run(ffmpeg, operation, parameters, video, NOBODY);
    }

    private Outcome run(Ffmpeg by, String operation, String parameters, byte[] video, RunningChild.Watcher watcher)
            throws IOException {
        Path own = Files.createTempDirectory(folder, "task");
        return by.run(new Task(operation, parameters, Files.write(own.resolve("source"), video)), own, watcher);
    }

    private static byte[] film() {
        return Mp4File.encode(Film.shaped("a lantern", 16, 9, 2, 7));
    }

    private static void failed(Outcome outcome, Problem problem, String why) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.problem()).isEqualTo(problem);
            assertThat(failed.message()).contains(why);
        });
    }

    @Test
    void where_it_is_not_installed_that_is_told_and_what_to_do() throws IOException {
        failed(run(Ffmpeg.find("no-such-ffmpeg"), "poster", "{}", film(), NOBODY), Problem.TOOL_MISSING,
                "install it");
        failed(run(Ffmpeg.find("/no/such/ffmpeg"), "analyze", "{}", film(), NOBODY), Problem.TOOL_MISSING,
                "atelier.ffmpeg");
    }

    @Test
    void what_is_in_a_video_is_told() throws IOException {
        assumeThat(ffmpeg.there()).isTrue();
        Outcome.Made made = (Outcome.Made) run("analyze", "{}", film());
        JsonNode facts = new ObjectMapper().readTree(made.report());
        assertThat(made.file()).isNull();
        assertThat(facts.path("duration_sec").asDouble()).isBetween(1.8, 2.2);
        assertThat(facts.at("/video/width").asInt()).isEqualTo(320);
        assertThat(facts.at("/video/height").asInt()).isEqualTo(180);
        assertThat(facts.at("/video/codec").asText()).isNotBlank();
        assertThat(facts.at("/video/frames_per_sec").asDouble()).isEqualTo(8);
    }

    @Test
    void a_poster_is_a_picture_of_the_video_no_larger_than_asked_for() throws IOException {
        assumeThat(ffmpeg.there()).isTrue();
        for (String parameters : new String[]{"{\"size\":160}", "{\"at\":1,\"size\":160,\"format\":\"png\"}"}) {
            Outcome outcome = run("poster", parameters, film());
            assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Made.class);
            BufferedImage picture = ImageIO.read(((Outcome.Made) outcome).file().toFile());
            assertThat(picture.getWidth()).isEqualTo(160);
            assertThat(picture.getHeight()).isEqualTo(90);
            assertThat(java.util.Arrays.stream(picture.getRGB(0, 0, 160, 90, null, 0, 160)).distinct().count())
                    .as("colours").isGreaterThan(16);
        }
        BufferedImage whole = ImageIO
                .read(((Outcome.Made) run("poster", "{\"size\":4096}", film())).file().toFile());
        assertThat(whole.getWidth()).as("never enlarged").isEqualTo(320);
    }

    @Test
    void after_its_end_there_is_no_picture() throws IOException {
        assumeThat(ffmpeg.there()).isTrue();
        failed(run("poster", "{\"at\":60}", film()), Problem.BAD_REQUEST, "it lasts");
    }

    @Test
    void what_only_calls_itself_a_video_is_refused_and_nothing_it_names_is_opened() throws IOException {
        assumeThat(ffmpeg.there()).isTrue();
        Path secret = Files.write(folder.resolve("secret.mp4"), film());
        String playlist = "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n";
        failed(run("poster", "{}", playlist.getBytes(StandardCharsets.US_ASCII)), Problem.INVALID_VIDEO, "no picture");
        failed(run("poster", "{}", java.util.Arrays.copyOf(film(), 200)), Problem.INVALID_VIDEO, "no picture");
        failed(run("analyze", "{}", new byte[0]), Problem.INVALID_VIDEO, "no picture");
    }

    @Test
    void whoever_says_stop_ends_it() throws IOException {
        assumeThat(ffmpeg.there()).isTrue();
        Path own = Files.createTempDirectory(folder, "task");
        RunningTool.Ran ran = RunningTool.run(java.util.List.of("sleep", "30"), own, java.time.Duration.ofSeconds(20),
                new RunningChild.Watcher() {
                    @Override
                    public void progress(int percent) {
                    }

                    @Override
                    public boolean goOn() {
                        return false;
                    }
                });
        assertThat(ran.stopped()).isTrue();
        assertThat(ran.took()).isLessThan(java.time.Duration.ofSeconds(10));
        assertThat(RunningTool.run(java.util.List.of("sleep", "30"), own, java.time.Duration.ofMillis(300), NOBODY)
                .late()).isTrue();
    }
}
