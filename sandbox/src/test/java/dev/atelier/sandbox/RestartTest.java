package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path state;

    @Test
    void tasks_journal_turns_and_faults_survive() throws Exception {
        String id;
        String journal;
        String turns = "turns [sandbox submit=429,503,ok]";
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            id = sandbox.film("kept", "\"safety_identifier\":\"job-1\"").json().path("id").asText();
            sandbox.image(turns);
            sandbox.fault("{\"match\":\"later\",\"operation\":\"submit\",\"word\":\"quota\"}");
            journal = sandbox.get("/_sandbox/journal", null).text();
        }
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            assertThat(sandbox.get("/_sandbox/journal", null).text()).isEqualTo(journal);
            JsonNode task = sandbox.ended(id);
            assertThat(task.path("safety_identifier").asText()).isEqualTo("job-1");
            assertThat(sandbox.get(task.path("content").path("video_url").asText(), null).bytes()).isNotEmpty();
            assertThat(sandbox.image(turns).errorCode()).isEqualTo("ServerOverloaded");
            assertThat(sandbox.image("later").errorCode()).isEqualTo("QuotaExceeded");
            assertThat(sandbox.journal("later").getFirst().path("seq").asLong()).isGreaterThan(2);
        }
    }

    @Test
    void a_deleted_task_stays_deleted_and_a_cancelled_one_cancelled() throws Exception {
        String deleted;
        String cancelled;
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            deleted = sandbox.filmId("[sandbox seconds=0]");
            cancelled = sandbox.filmId("[sandbox queued=60]");
            sandbox.delete(RunningSandbox.TASKS + "/" + deleted);
            sandbox.delete(RunningSandbox.TASKS + "/" + cancelled);
        }
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            assertThat(sandbox.task(deleted).status()).isEqualTo(404);
            assertThat(sandbox.task(cancelled).json().path("status").asText()).isEqualTo("cancelled");
        }
    }

    @Test
    void a_line_torn_by_a_kill_is_passed_over() throws Exception {
        String id;
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            id = sandbox.filmId("whole");
        }
        for (String file : new String[]{"journal.jsonl", "ark-tasks.jsonl", "results.jsonl"}) {
            Files.writeString(state.resolve(file), "{\"seq\":99,\"key\":\"half", StandardOpenOption.APPEND);
        }
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            assertThat(sandbox.task(id).status()).isEqualTo(200);
            assertThat(sandbox.journal("whole")).hasSize(2);
            sandbox.filmId("next");
        }
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            assertThat(sandbox.journal("next")).hasSize(1);
        }
    }

    @Test
    void a_result_is_gone_after_a_day() throws Exception {
        String id;
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            id = sandbox.filmId("yesterday [sandbox seconds=0]");
        }
        Clock tomorrow = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofHours(25));
        try (RunningSandbox sandbox = new RunningSandbox(state, tomorrow)) {
            String url = sandbox.task(id).json().path("content").path("video_url").asText();
            assertThat(sandbox.get(url, null).status()).isEqualTo(403);
        }
    }

    @Test
    void two_servers_cannot_share_a_state_directory() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox(state)) {
            assertThat(sandbox.url()).startsWith("http://127.0.0.1:");
            assertThatThrownBy(() -> SandboxServer.start(0, state)).isInstanceOf(IOException.class)
                    .hasMessageContaining("Another sandbox");
        }
    }
}
