package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import dev.atelier.db.job.Conversion;
import dev.atelier.db.job.ConvertingOutputs;
import dev.atelier.db.job.Outputs;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.sandbox.mesh.GlbFile;

import io.temporal.failure.ActivityFailure;

/** A disk without room, by the kernel's own words, fails what needs it and nothing else; what was begun is taken away. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final Outputs.Output PREVIEW = new Outputs.Output("render_preview", "{\"size\":64}", null);
    private static final Outputs.Output ANALYSIS = new Outputs.Output("analyze", "{}", null);

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
    void a_child_without_room_for_its_output_fails_that_output_with_a_reason_and_spoils_no_neighbour()
            throws Exception {
        JobRef job = house.steps.convert(model(), PREVIEW, ANALYSIS);
        Next next = house.begin(job);
        Thread filling = Thread.startVirtualThread(this::whatChildrenWriteFindsNoRoom);
        next = house.convert(((Next.Convert) next).output());
        filling.interrupt();
        filling.join();
        next = house.convert(((Next.Convert) next).output());
        assertThat(next).isInstanceOf(Next.Ended.class);
        List<Conversion> outputs = house.outputs(job);
        assertThat(outputs).extracting(Conversion::status).containsExactly("failed", "succeeded");
        assertThat(outputs.getFirst().errorCode()).isEqualTo("DISK_TROUBLE");
        assertThat(outputs.getFirst().errorMessage()).contains("No space left on device");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void a_storage_without_room_is_waited_for_and_what_was_asked_for_is_made_when_there_is_some() throws Exception {
        Path files = house.steps.folder.resolve("files");
        Files.createDirectories(files);
        assumeThat(ran("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", files.toString()))
                .as("a small file system can be mounted here").isTrue();
        try {
            JobRef job = house.steps.convert(model(), PREVIEW);
            Path filler = fill(files.resolve("filler"));
            Next.Convert wanted = house.begin(job);
            assertThatThrownBy(() -> house.convert(wanted.output())).isInstanceOf(ActivityFailure.class)
                    .rootCause().hasMessageContaining("No space left on device");
            assertThat(Files.list(files.resolve("tmp"))).isEmpty();
            assertThat(tasks()).isEmpty();
            Files.delete(filler);
            assertThat(house.convert(wanted.output())).isInstanceOf(Next.Ended.class);
            assertThat(house.outputs(job))
                    .extracting(Conversion::status).containsExactly("succeeded");
        } finally {
            ran("umount", files.toString());
        }
    }

    @Test
    void a_disk_that_stays_full_is_not_tried_for_ever() throws Exception {
        JobRef job = house.steps.convert(model(), PREVIEW);
        Next.Convert wanted = house.begin(job);
        for (int i = 0; i < 5; i++) {
            house.steps.get(ConvertingOutputs.class).tried(wanted.output());
        }
        assertThat(house.convert(wanted.output())).isInstanceOf(Next.Ended.class);
        assertThat(house.outputs(job))
                .extracting(Conversion::errorCode).containsExactly("GIVEN_UP");
    }

    private String model() throws IOException {
        return house.upload(GlbFile.encode("a lantern", 8, 7));
    }

    /** Until interrupted: the output of each child is a link to the device that is always full. */
    private void whatChildrenWriteFindsNoRoom() {
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(1_000_000);
            for (Path task : tasks()) {
                try {
                    Files.createSymbolicLink(task.resolve("output"), Path.of("/dev/full"));
                } catch (FileAlreadyExistsException | NoSuchFileException linkedOrGone) {
                    continue;
                } catch (IOException trouble) {
                    throw new UncheckedIOException(trouble);
                }
            }
        }
    }

    private List<Path> tasks() {
        try (Stream<Path> all = Files.find(house.steps.folder.resolve("scratch"), 2,
                (path, is) -> path.getFileName().toString().startsWith("task-"))) {
            return all.toList();
        } catch (IOException | UncheckedIOException notThereYet) {
            return List.of();
        }
    }

    /** To the last byte. */
    private static Path fill(Path filler) {
        try (var bytes = Files.newOutputStream(filler)) {
            while (true) {
                bytes.write(new byte[4096]);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
