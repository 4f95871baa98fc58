package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.sun.net.httpserver.HttpServer;

import dev.atelier.activities.job.ModerationPolicy;
import dev.atelier.activities.job.PersistingSteps;
import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.job.SubmittingSteps;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.domain.Word;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.moderation.AskingModerator;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Submitting;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/** A moderator outside the house: what it says, what is done when it cannot be asked, and that nothing is paid. */
class ModeratorTest {

    private final AtomicReference<String> answer = new AtomicReference<>();
    private final FakeProvider provider = new FakeProvider("jimeng");
    private HttpServer moderator;
    private StepsContext house;
    private TestActivityEnvironment temporal;

    @AfterEach
    void close() throws Exception {
        temporal.close();
        house.close();
        moderator.stop(0);
    }

    @ParameterizedTest(name = "flagged: {0}, when down: {1}, answer {2}")
    @CsvSource(delimiter = '|', textBlock = """
            block | hold  | fine  | paid  | allow | job allow, prompt allow
            block | hold  | bad   | ended | block | job block, prompt block
            flag  | hold  | bad   | paid  | flag  | job flag, prompt flag
            block | hold  | down  | held  |       |
            block | block | down  | ended | block | job block, prompt block
            block | allow | down  | paid  | flag  | job flag, prompt flag
            """)
    void as_the_policy_says(String flagged, String down, String says, String becomes, String mark, String events)
            throws Exception {
        open(new ModerationPolicy(Word.of(Ruling.class, flagged),
                ModerationPolicy.WhenDown.valueOf(down.toUpperCase(java.util.Locale.ROOT))));
        answer.set(switch (says) {
            case "fine" -> "{\"results\":[{\"flagged\":false}]}";
            case "bad" -> "{\"results\":[{\"flagged\":true,\"categories\":{\"violence\":true}}]}";
            default -> null;
        });
        JobRef job = house.post("jimeng/jimeng-4.5", "a fox");
        Next next = submitted(job);
        switch (becomes) {
            case "paid" -> assertThat(next).isInstanceOf(Next.Persist.class);
            case "ended" -> {
                assertThat(next).isInstanceOf(Next.Ended.class);
                assertThat(house.view(job).error().code()).isEqualToIgnoringCase("content_blocked");
                assertThat(house.view(job).error().message()).contains("nothing was sent or paid");
            }
            default -> {
                assertThat(((Next.Wait) next).reason()).isEqualTo(WaitReason.PAUSE);
                assertThat(((Next.Wait) next).atMost()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61));
            }
        }
        assertThat(provider.submits()).isEqualTo(becomes.equals("paid") ? 1 : 0);
        assertThat(house.get(JdbcClient.class).sql("""
                select p.moderation_status from prompts p join generation_jobs j on j.prompt_id = p.id where j.id = ?
                """).param(job.jobId()).query((row, n) -> String.valueOf(row.getString(1))).single())
                .isEqualTo(String.valueOf(mark));
        assertThat(String.join(", ", house.get(JdbcClient.class).sql("""
                select subject_type, decision from moderation_events where org_id = ? order by subject_type
                """).param(house.org).query((row, n) -> row.getString(1) + " " + row.getString(2)).list()))
                .isEqualTo(events == null ? "" : events);
    }

    private void open(ModerationPolicy policy) throws Exception {
        moderator = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        moderator.createContext("/v1/moderations", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = answer.get() == null ? new byte[0] : answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.get() == null ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        moderator.start();
        house = new StepsContext(List.of(provider), new AskingModerator(new Wire(Clock.systemUTC()),
                "http://127.0.0.1:" + moderator.getAddress().getPort() + "/v1", "k", "omni", Duration.ofSeconds(5)),
                policy);
        house.get(ManagingAccounts.class).create(new NewAccount("jimeng", "one", "session-of-one", Site.CN,
                "http://127.0.0.1:1", null, 0, null, Map.of(Medium.IMAGE, new NewAccount.Plan(2, null)), null, null,
                null, "test"));
        temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
                .build());
        temporal.registerActivitiesImplementations(house.get(SubmittingSteps.class), house.get(PersistingSteps.class));
    }

    private Next submitted(JobRef job) {
        Next.Submit submit = (Next.Submit) house.get(RowSteps.class).open(job);
        return temporal.newActivityStub(Submitting.class).submit(submit.attempt());
    }
}
