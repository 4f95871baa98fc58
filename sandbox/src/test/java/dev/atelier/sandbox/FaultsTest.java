package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
    @TempDir
    Path state;
    RunningSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = new RunningSandbox(state);
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void a_fault_is_used_up_by_the_requests_it_matches() throws Exception {
        assertThat(sandbox.fault("{\"match\":\"boat\",\"operation\":\"submit\",\"word\":\"429\",\"times\":2}").status())
                .isEqualTo(201);

        assertThat(sandbox.image("a train").status()).isEqualTo(200);
        assertThat(sandbox.image("a boat").status()).isEqualTo(429);
        assertThat(sandbox.get("/_sandbox/faults", null).json().get(0).path("times").asInt()).isEqualTo(1);
        assertThat(sandbox.image("a boat").status()).isEqualTo(429);
        assertThat(sandbox.image("a boat").status()).isEqualTo(200);
        assertThat(sandbox.get("/_sandbox/faults", null).json()).isEmpty();
    }

    @Test
    void polls_lists_cancels_and_downloads_fail_on_order() throws Exception {
        String id = sandbox.filmId("a film [sandbox seconds=0]");
        String file = sandbox.task(id).json().path("content").path("video_url").asText();
        for (String operation : new String[]{"poll", "list", "cancel", "download"}) {
            sandbox.fault("{\"match\":null,\"operation\":\"" + operation + "\",\"word\":\"500\"}");
        }

        assertThat(sandbox.task(id).status()).isEqualTo(500);
        assertThat(sandbox.get(RunningSandbox.TASKS).status()).isEqualTo(500);
        assertThat(sandbox.delete(RunningSandbox.TASKS + "/" + id).status()).isEqualTo(500);
        assertThat(sandbox.get(file, null).status()).isEqualTo(500);
        assertThat(sandbox.task(id).status()).isEqualTo(200);
    }

    @Test
    void a_dropped_poll_is_journaled_as_dropped() throws Exception {
        String id = sandbox.filmId("a film [sandbox seconds=0]");
        // The JDK's client repeats a GET that got no answer by itself, a few times.
        sandbox.fault("{\"operation\":\"poll\",\"word\":\"drop_after_accept\",\"times\":20}");

        assertThatThrownBy(() -> sandbox.task(id)).isInstanceOf(IOException.class);
        assertThat(sandbox.journal("a film").stream().map(row -> row.path("operation").asText() + " "
                + row.path("outcome").asText())).contains("poll dropped");
    }

    @Test
    void faults_are_cleared_and_bad_orders_refused() throws Exception {
        sandbox.fault("{\"operation\":\"submit\",\"word\":\"500\",\"times\":9}");
        assertThat(sandbox.delete("/_sandbox/faults").json()).isEmpty();
        assertThat(sandbox.image("fine").status()).isEqualTo(200);

        assertThat(sandbox.fault("{\"operation\":\"submit\",\"word\":\"bang\"}").text()).contains("bang", "503");
        assertThat(sandbox.fault("{\"operation\":\"think\",\"word\":\"ok\"}").status()).isEqualTo(400);
        assertThat(sandbox.fault("nonsense").status()).isEqualTo(400);
    }

    @Test
    void an_outage_stops_every_provider_request_for_its_time() throws Exception {
        assertThat(sandbox.post("/_sandbox/outage", null, "{\"seconds\":0.6}").status()).isEqualTo(200);

        assertThat(sandbox.image("during").status()).isEqualTo(503);
        assertThat(sandbox.journal("during").getFirst().path("outcome").asText()).isEqualTo("rejected");
        Thread.sleep(700);
        assertThat(sandbox.image("after").status()).isEqualTo(200);
    }
}
