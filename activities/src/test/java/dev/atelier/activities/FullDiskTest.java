package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
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

import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.mesh.ConvertingSteps;
import dev.atelier.db.asset.UploadingAssets;
import dev.atelier.db.job.Conversion;
import dev.atelier.db.job.ConvertingOutputs;
import dev.atelier.db.job.Outputs;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.sandbox.mesh.GlbFile;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Converting;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/** A disk without room, by the kernel's own words, fails what needs it and nothing else; what was begun is taken away. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final Outputs.Output PREVIEW = new Outputs.Output("render_preview", "{\"size\":64}", null);
    private static final Outputs.Output ANALYSIS = new Outputs.Output("analyze", "{}", null);

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
    void a_child_without_room_for_its_output_fails_that_output_with_a_reason_and_spoils_no_neighbour()
            throws Exception {
        JobRef job = house.convert(model(), PREVIEW, ANALYSIS);
        Next next = begin(job);
        Thread filling = Thread.startVirtualThread(this::whatChildrenWriteFindsNoRoom);
        next = converting.convert(((Next.Convert) next).output());
        filling.interrupt();
        filling.join();
        next = converting.convert(((Next.Convert) next).output());
        assertThat(next).isInstanceOf(Next.Ended.class);
        List<Conversion> outputs = house.get(ConvertingOutputs.class).ofJob(house.org, job.jobId());
        assertThat(outputs).extracting(Conversion::status).containsExactly("failed", "succeeded");
        assertThat(outputs.getFirst().errorCode()).isEqualTo("DISK_TROUBLE");
        assertThat(outputs.getFirst().errorMessage()).contains("No space left on device");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void a_storage_without_room_is_waited_for_and_what_was_asked_for_is_made_when_there_is_some() throws Exception {
        Path files = house.folder.resolve("files");
        Files.createDirectories(files);
        assumeThat(ran("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", files.toString()))
                .as("a small file system can be mounted here").isTrue();
        try {
            JobRef job = house.convert(model(), PREVIEW);
            Path filler = fill(files.resolve("filler"));
            Next.Convert wanted = (Next.Convert) begin(job);
            assertThatThrownBy(() -> converting.convert(wanted.output())).isInstanceOf(ActivityFailure.class)
                    .rootCause().hasMessageContaining("No space left on device");
            assertThat(Files.list(files.resolve("tmp"))).isEmpty();
            assertThat(tasks()).isEmpty();
            Files.delete(filler);
            assertThat(converting.convert(wanted.output())).isInstanceOf(Next.Ended.class);
            assertThat(house.get(ConvertingOutputs.class).ofJob(house.org, job.jobId()))
                    .extracting(Conversion::status).containsExactly("succeeded");
        } finally {
            ran("umount", files.toString());
        }
    }

    @Test
    void a_disk_that_stays_full_is_not_tried_for_ever() throws Exception {
        JobRef job = house.convert(model(), PREVIEW);
        Next.Convert wanted = (Next.Convert) begin(job);
        for (int i = 0; i < 5; i++) {
            house.get(ConvertingOutputs.class).tried(wanted.output());
        }
        assertThat(converting.convert(wanted.output())).isInstanceOf(Next.Ended.class);
        assertThat(house.get(ConvertingOutputs.class).ofJob(house.org, job.jobId()))
                .extracting(Conversion::errorCode).containsExactly("GIVEN_UP");
    }

    private Next begin(JobRef job) {
        return house.get(RowSteps.class).open(job);
    }

    private String model() throws IOException {
        UploadingAssets.Upload kept = house.get(UploadingAssets.class).upload(house.org, null, "model.glb",
                new ByteArrayInputStream(GlbFile.encode("a lantern", 8, 7)));
        return ((UploadingAssets.Upload.Kept) kept).asset().id();
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
        try (Stream<Path> all = Files.find(house.folder.resolve("scratch"), 2,
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
