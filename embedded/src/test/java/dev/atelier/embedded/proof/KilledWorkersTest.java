package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Conversions;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * {@code kill -9} of both workers at the worst moments, then one comes back: the ledger says what was paid, and nothing
 * is paid again without a person.
 */
@RealTemporal
@Order(20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledWorkersTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final RealHouse house;
    private final Jobs jobs;
    private final Conversions conversions;
    private List<Jobs.Posted> running;
    private Jobs.Posted beingSent;
    private Jobs.Posted image;
    private Jobs.Posted otherImage;
    private Jobs.Posted neverOpened;
    private Jobs.Posted conversion;
    private List<ProcessHandle> children;
    private long back;

    KilledWorkersTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
        this.conversions = new Conversions(house);
    }

    @BeforeAll
    void kill_both_workers_in_the_middle_and_start_one_again() {
        String model = conversions.model();
        running = jobs.several(6, "video", "seconds=8");
        RealHouse.until("six are sent", MINUTE, () -> house.journal().paidSubmits(running).equals(ones(6)));
        image = jobs.post("image", "seconds=9");
        otherImage = jobs.post("image", "seconds=9");
        beingSent = jobs.post("video", "ack=9", "seconds=1");
        List<Jobs.Posted> inside = List.of(image, otherImage, beingSent);
        RealHouse.until("three are inside the call", MINUTE,
                () -> house.journal().paidSubmits(inside).equals(ones(3)));
        conversion = conversions.convert(model,
                "[{\"operation\":\"render_turntable\",\"size\":512,\"frames\":40}]");
        RealHouse.until("a child works", MINUTE, () -> !conversions.children("worker-1", "worker-2").isEmpty());
        children = conversions.children("worker-1", "worker-2");
        house.plugs().kill("worker-1", "worker-2");
        lose_a_workflow_that_no_worker_has_seen();
        house.plugs().start("worker-1");
        back = System.nanoTime();
    }

    @Test
    @Order(1)
    void a_worker_killed_inside_an_image_call_leaves_needs_attention_within_a_minute_and_one_submit() {
        for (Jobs.Posted lost : List.of(image, otherImage)) {
            RealHouse.until("a person is asked", MINUTE, () -> jobs.attention(lost).equals("outcome_unknown"));
            assertThat(jobs.status(lost)).isEqualTo("running");
            assertThat(house.journal().paidSubmits(lost)).isEqualTo(1);
        }
        tell("needs attention");
        RealHouse.until("operators find it by search", Duration.ofSeconds(10), () -> house.temporal()
                .run("workflow", "list", "--query", "NeedsAttention=true").contains(image.workflowId()));
    }

    @Test
    @Order(2)
    void a_child_ends_with_its_worker_and_its_conversion_is_begun_anew_by_another() {
        RealHouse.until("no child outlives its worker", Duration.ofSeconds(5),
                () -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(conversions.ended(conversion).path("status").asString()).isEqualTo("succeeded");
        tell("the conversion succeeded");
        assertThat(BrokenConversionTest.tasks(house)).as("left by the killed worker").isEmpty();
    }

    @Test
    @Order(2)
    void six_videos_survive_the_kill_of_both_workers_with_one_submit_each() {
        assertThat(running).allSatisfy(video -> assertThat(jobs.end(video, MINUTE)).isEqualTo("succeeded"));
        tell("six videos succeeded");
        assertThat(house.journal().paidSubmits(running)).isEqualTo(ones(6));
    }

    @Test
    @Order(3)
    void a_worker_killed_inside_a_video_submit_finds_it_in_the_providers_list() {
        assertThat(jobs.end(beingSent, MINUTE)).isEqualTo("succeeded");
        tell("the video killed inside its submit succeeded");
        assertThat(house.journal().paidSubmits(beingSent)).isEqualTo(1);
        assertThat(jobs.submissions(beingSent)).hasSize(1);
    }

    @Test
    @Order(4)
    void a_persons_retry_of_the_parked_image_sends_exactly_once_more() {
        assertThat(jobs.say(image, "retry").status()).isEqualTo(202);
        assertThat(jobs.end(image, MINUTE)).isEqualTo("succeeded");
        assertThat(house.journal().paidSubmits(image)).isEqualTo(2);
        assertThat(jobs.submissions(image)).hasSize(2);
    }

    @Test
    @Order(5)
    void a_persons_cancel_of_the_parked_image_sends_nothing() {
        assertThat(jobs.say(otherImage, "cancel").status()).isEqualTo(202);
        assertThat(jobs.end(otherImage, MINUTE)).isEqualTo("canceled");
        assertThat(house.journal().paidSubmits(otherImage)).isEqualTo(1);
    }

    @Test
    @Order(6)
    void housekeeping_begins_anew_a_job_whose_workflow_was_lost_before_its_first_step() {
        house.temporal().run("schedule", "trigger", "--schedule-id", "housekeeping");
        assertThat(jobs.end(neverOpened, MINUTE)).isEqualTo("succeeded");
        assertThat(house.journal().paidSubmits(neverOpened)).isEqualTo(1);
    }

    private void lose_a_workflow_that_no_worker_has_seen() {
        neverOpened = jobs.post("image");
        String row = " from generation_jobs where id = '" + neverOpened.id() + "'";
        RealHouse.until("its workflow is started", MINUTE,
                () -> house.rows().number("select count(*)" + row + " and tell_at is null") == 1);
        house.temporal().run("workflow", "terminate", "--workflow-id", neverOpened.workflowId(), "--reason", "a proof");
        // Housekeeping leaves young jobs alone.
        house.rows().run("update generation_jobs set created_at = created_at - interval '1 minute' where id = '"
                + neverOpened.id() + "'");
    }

    @Test
    @Order(7)
    void whoever_keeps_its_hands_off_pays_once() {
        List<Jobs.Posted> all = Stream.concat(running.stream(), Stream.of(beingSent, otherImage)).toList();
        assertThat(house.journal().paidSubmits(all)).isEqualTo(ones(8));
    }

    private void tell(String what) {
        System.out.printf("%s %.1f s after a worker was back%n", what, (System.nanoTime() - back) / 1e9);
    }

    private static List<Integer> ones(int number) {
        return Collections.nCopies(number, 1);
    }
}
