package dev.atelier.embedded.proof;

import static dev.atelier.embedded.testbed.Conversions.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.testbed.Conversions;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What happens to a child process in the middle of its work happens to nobody else. */
@RealTemporal
@Order(6)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenConversionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] WORKERS = {"worker-1", "worker-2"};
    private static final String LONG = "{\"operation\":\"render_turntable\",\"size\":512,\"frames\":%d}";

    private final RealHouse house;
    private final Conversions conversions;
    private String model;

    BrokenConversionTest(RealHouse house) {
        this.house = house;
        this.conversions = new Conversions(house);
    }

    @BeforeAll
    void a_model() {
        model = conversions.model();
    }

    @Test
    void a_child_that_is_killed_is_begun_anew_and_the_job_succeeds() {
        Jobs.Posted job = conversions.convert(model, "[" + LONG.formatted(24) + "]");
        strike(Set.of(), "KILL");
        assertThat(conversions.ended(job).path("status").asString()).isEqualTo("succeeded");
        nothingIsLeft();
    }

    @Test
    void native_code_that_crashes_each_time_fails_its_output_with_a_reason_and_spoils_no_neighbour() {
        Jobs.Posted job = conversions.convert(model, "[" + LONG.formatted(25) + ", {\"operation\":\"analyze\"}]");
        Set<Long> first = strike(Set.of(), "SEGV");
        strike(first, "SEGV");
        JsonNode ended = conversions.ended(job);
        assertThat(words(ended, "status")).as("%s", ended).containsExactly("failed", "succeeded");
        assertThat(ended.at("/output/0/error/code").asString()).isEqualTo("NATIVE_CRASH");
        nothingIsLeft();
    }

    @Test
    void a_cancel_ends_the_running_child_at_once() {
        Jobs.Posted job = conversions.convert(model, "[" + LONG.formatted(120) + "]");
        running(Set.of());
        assertThat(house.jobs().say(job, "cancel").status()).isEqualTo(202);
        Duration ended = RealHouse.until("the child is gone", Duration.ofSeconds(10),
                () -> conversions.children(WORKERS).isEmpty());
        System.out.printf("a canceled child was gone after %.1f s%n", ended.toMillis() / 1e3);
        JsonNode canceled = conversions.ended(job);
        assertThat(canceled.path("status").asString()).isEqualTo("canceled");
        assertThat(words(canceled, "status")).containsExactly("canceled");
        nothingIsLeft();
    }

    private List<ProcessHandle> running(Set<Long> but) {
        RealHouse.until("a child works", PATIENCE, () -> conversions.children(WORKERS).stream()
                .anyMatch(child -> !but.contains(child.pid())));
        return conversions.children(WORKERS).stream().filter(child -> !but.contains(child.pid())).toList();
    }

    /** @return those that were struck */
    private Set<Long> strike(Set<Long> but, String signal) {
        Set<Long> struck = new HashSet<>();
        for (ProcessHandle child : running(but)) {
            struck.add(child.pid());
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid())).start().waitFor();
            } catch (IOException | InterruptedException trouble) {
                throw new IllegalStateException(trouble);
            }
        }
        return struck;
    }

    private void nothingIsLeft() {
        RealHouse.until("no folder of a child is left", Duration.ofSeconds(10), () -> tasks(house).isEmpty());
        assertThat(conversions.children(WORKERS)).isEmpty();
    }

    static List<Path> tasks(RealHouse house) {
        return Folders.inside(house.wiring().place().scratch()).stream().filter(java.nio.file.Files::isDirectory)
                .flatMap(owner -> Folders.inside(owner).stream()).toList();
    }
}
