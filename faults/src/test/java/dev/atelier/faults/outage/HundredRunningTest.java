package dev.atelier.faults.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.OperatorCommand;
import dev.atelier.embedded.testbed.RealHouse;
import dev.atelier.faults.peers.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A hundred videos run at the provider when what the house stands on dies, forgets everything, or goes back in time. */
@Tag("real-temporal")
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HundredRunningTest {
    private static final int JOBS = 100;
    private static final int IMAGES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static RealHouse house;

    @BeforeAll
    static void raise() {
        house = new RealHouse(Testbed.split(Testbed.checkout(), "faults/target/hundred", (wiring, launch) -> launch));
        new Slots(house.wiring()).fill(JOBS);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    @Order(1)
    void all_end_with_a_hundred_submits_when_temporal_and_the_database_are_killed() {
        List<Jobs.Posted> jobs = running(JOBS);
        house.plugs().kill("temporal");
        sleep(Duration.ofSeconds(3));
        house.plugs().start("temporal");
        house.plugs().kill("postgres");
        sleep(Duration.ofSeconds(3));
        house.plugs().start("postgres");
        allSucceedOnce(jobs);
    }

    @Test
    @Order(2)
    void all_end_with_a_hundred_submits_when_temporal_has_forgotten_everything() throws Exception {
        List<Jobs.Posted> jobs = running(JOBS);
        house.plugs().kill("temporal");
        Path store = house.wiring().place().temporal();
        for (String each : List.of("", "-wal", "-shm"))
            Files.deleteIfExists(store.resolveSibling(store.getFileName() + each));
        house.plugs().start("temporal");
        allSucceedOnce(jobs);
    }

    @Test
    @Order(3)
    void nothing_is_paid_twice_when_the_database_goes_back_to_before_half_of_the_submits() throws Exception {
        house.rows().run("update jimeng_accounts set video_slots = 1, image_slots = 0");
        List<Jobs.Posted> images = house.jobs().several(IMAGES, "image", "seconds=1");
        // Half of them have a slot, and keep it longer than the copy takes.
        List<Jobs.Posted> videos = house.jobs().several(JOBS, "video", "seconds=90");
        RealHouse.until("half of the videos are sent, the others in line", PATIENCE,
                () -> house.journal().paid(videos) >= JOBS / 2 && house.rows().number(
                        "select count(*) from submissions where job_id in (" + ids(videos) + ")") == JOBS);
        Instant taken = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path backup = house.wiring().place().var().resolve("backup");
        house.plugs().kill("postgres");
        copy(house.wiring().place().postgres(), backup);
        house.plugs().start("postgres");
        house.rows().run("update jimeng_accounts set image_slots = 1");
        RealHouse.until("the rest is sent too", PATIENCE,
                () -> house.journal().paid(videos) == JOBS && house.journal().paid(images) == IMAGES);

        house.plugs().kill("worker-1", "worker-2", "api", "postgres");
        copy(backup, house.wiring().place().postgres());
        house.plugs().start("postgres");
        assertThat(house.rows().number("select count(*) from submissions where state in ('waiting', 'granted')"))
                .as("attempts of which the copy does not know that they were sent")
                .isGreaterThanOrEqualTo(JOBS / 4);
        OperatorCommand.Said said = house.operator().run("recover", "--since", taken.toString());
        System.out.println(said.text());
        assertThat(said.status()).as(said.text()).isZero();
        house.rows().run("update jimeng_accounts set image_slots = 1");
        house.plugs().startAll();

        allSucceedOnce(videos);
        for (Jobs.Posted image : images)
            assertThat(house.jobs().attention(image)).isEqualTo("restored");
        assertThat(house.journal().paid(images)).isEqualTo(IMAGES);
    }

    private static List<Jobs.Posted> running(int number) {
        List<Jobs.Posted> jobs = house.jobs().several(number, "video", "seconds=90");
        RealHouse.until("all run at the provider", PATIENCE, () -> house.rows().number(
                "select count(*) from submissions where state = 'sent' and job_id in (" + ids(jobs) + ")") == number);
        return jobs;
    }

    private static void allSucceedOnce(List<Jobs.Posted> jobs) {
        long began = System.nanoTime();
        String ids = ids(jobs);
        RealHouse.until("all have ended", PATIENCE, () -> house.rows().number(
                "select count(*) from generation_jobs where status in ('pending', 'queued', 'running') and id in ("
                        + ids + ")") == 0);
        System.out.printf("%d jobs have ended %.1f s later%n", jobs.size(), (System.nanoTime() - began) / 1e9);
        assertThat(house.rows().number("select count(*) from generation_jobs where status = 'succeeded' and id in ("
                + ids + ")")).isEqualTo(jobs.size());
        assertThat(house.journal().paidSubmits(jobs)).containsOnly(1);
    }

    private static String ids(List<Jobs.Posted> jobs) {
        return String.join(", ", jobs.stream().map(job -> "'" + job.id() + "'").toList());
    }

    /** With owners and rights: a database that another user runs opens nothing else. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("rm", "-rf", to.toString()).inheritIO().start().waitFor()).isZero();
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start().waitFor())
                .isZero();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
