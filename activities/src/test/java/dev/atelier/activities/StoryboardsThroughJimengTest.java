package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.atelier.activities.job.PersistingSteps;
import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.job.SubmittingSteps;
import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Posted;
import dev.atelier.db.job.PostingJobs;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.job.Next;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.jimeng.Jimeng;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Persisting;
import dev.atelier.workflows.job.Submitting;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/** What the records of a storyboard hold, column by column, when its pictures come through the jimeng protocol. */
class StoryboardsThroughJimengTest {

    private static final String HOOK = "https://example.org/hook";
    private static StepsContext house;
    private static String chinese;
    private final String caller = Ids.next();
    private TestActivityEnvironment temporal;
    private Submitting submitting;
    private Persisting persisting;

    @BeforeAll
    static void open() throws Exception {
        house = new StepsContext(List.of(new Jimeng(new Wire(Clock.systemUTC()), Clock.systemUTC())));
        chinese = account("jimeng-demo-1", Site.CN, 1);
    }

    private static String account(String session, Site site, int priority) {
        NewAccount.Plan plan = new NewAccount.Plan(2, null);
        return ((AccountAnswer.Done) house.get(ManagingAccounts.class).create(new NewAccount("jimeng", session, session,
                site, house.sandbox.url() + "/jimeng", null, priority, null,
                Map.of(Medium.IMAGE, plan, Medium.VIDEO, plan), null, null, null, "test"))).account().id();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @BeforeEach
    void workers() {
        temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
                .build());
        temporal.registerActivitiesImplementations(house.get(SubmittingSteps.class), house.get(PersistingSteps.class));
        submitting = temporal.newActivityStub(Submitting.class);
        persisting = temporal.newActivityStub(Persisting.class);
    }

    @AfterEach
    void rest() {
        temporal.close();
    }

    @Test
    void an_image_with_a_ratio_of_its_own_choice() throws Exception {
        JobRef job = post("jimeng/jimeng-4.5", "shot-image", new Input("一只狐狸在雪地里", "模糊", null, "16:9", "1k", null,
                true, null, null));
        walk(job);
        Map<String, Object> record = record("image", job);
        Map<String, Object> expected = common(job, record, "image", 4, "shot-image");
        expected.putAll(row("model", "jimeng/jimeng-4.5", "prompt", "一只狐狸在雪地里", "negative_prompt", "模糊", "ratio",
                "16:9", "resolution", "1k", "intelligent_ratio", true, "sample_strength", null, "input_images", null));
        assertThat(plain(record)).as("each column, and no other").isEqualTo(expected);
    }

    @Test
    void a_video_between_two_frames() throws Exception {
        List<String> frames = List.of(picture("first frame"), picture("last frame"));
        JobRef job = post("jimeng/jimeng-video-3.0", "shot-video",
                new Input("狐狸跑过雪地", null, frames, "16:9", "720p", 5, null, null, null));
        walk(job);
        Map<String, Object> record = record("video", job);
        Map<String, Object> expected = common(job, record, "video", 1, "shot-video");
        expected.putAll(row("model", "jimeng/jimeng-video-3.0", "prompt", "狐狸跑过雪地", "negative_prompt", null, "ratio",
                "16:9", "resolution", "720p", "duration", 5, "remote_task_id", null, "input_images", frames));
        assertThat(plain(record)).as("each column, and no other").isEqualTo(expected);
    }

    @Test
    void a_refused_and_a_busy_submit_leave_a_row_each_and_no_site_without_the_model_is_asked() throws Exception {
        account("jimeng-demo-3", Site.HK, 0);
        account("jimeng-demo-4", Site.JP, -1);
        JobRef job = post("jimeng/jimeng-video-veo3", "shot-retried",
                new Input("a fox [sandbox submit=429,503,ok]", null, null, null, null, null, null, null, null));
        walk(job);
        assertThat(house.get(JdbcClient.class).sql("""
                select retry_index, error_kind, account_id is not null from provider_requests
                 where job_id = ? and operation = 'submit' order by retry_index
                """).param(job.jobId())
                .query((row, n) -> row.getInt(1) + " " + row.getString(2) + " " + row.getBoolean(3)).list())
                .containsExactly("0 rate_limit true", "1 provider_busy true", "2 null true");
        Map<String, Object> record = record("video", job);
        assertThat(record).contains(entry("duration", 8), entry("model", "jimeng/jimeng-video-veo3"));
        assertThat(((Number) record.get("site_switch_count")).intValue()).isEqualTo(1);
        assertThat(((Number) record.get("site_used")).intValue()).isEqualTo(Site.JP.code());
    }

    /** What both tables have; times and the fingerprint cannot be foretold and are looked at here. */
    private Map<String, Object> common(JobRef job, Map<String, Object> record, String kind, int files, String shot) {
        Map<String, Object> plain = plain(record);
        assertThat((String) record.get("original_session_id")).as("a fingerprint, never the session").isNotBlank()
                .doesNotContain("jimeng-demo-1");
        assertThat((Integer) plain.get("generation_time")).isNotNegative();
        assertThat((Integer) plain.get("version")).as("changed with each step").isGreaterThan(2);
        assertThat(record.get("create_time")).isNotNull();
        assertThat(record.get("update_time")).isNotNull();
        List<Map<String, Object>> kept = house.get(JdbcClient.class).sql("""
                select id, storage_key from assets where job_id = ? order by id
                """).param(job.jobId()).query().listOfRows();
        assertThat(kept).hasSize(files);
        Map<String, Object> expected = row("id", job.jobId(), "org_id", house.org, "jimeng_accounts_id", chinese,
                "project_id", "p-jimeng", "project_name", "雪国", "storyboard_id", shot, "work_id", "work-1",
                "storyboard_name", null, "shot_order", null, "chosen_asset_id", null, "response_format", "url",
                "site_used", Site.CN.code(), "generation_status", 2, "error_code", null, "error_message", null,
                "site_switch_count", 0, "priority", 5, "callback_url", HOOK, "is_deleted", false, "create_by", caller,
                "update_by", "w1", "attr1", null, "attr2", null, "attr3", null, "live_key",
                house.org + "|p-jimeng|" + shot);
        expected.put(kind + "_urls", kept.stream().map(each -> "/v1/assets/" + each.get("id") + "/content").toList());
        expected.put(kind + "_local_paths", kept.stream().map(each -> each.get("storage_key")).toList());
        for (String told : List.of("original_session_id", "generation_time", "version", "create_time", "update_time")) {
            expected.put(told, plain.get(told));
        }
        return expected;
    }

    /** As people would write it: numbers whole, ids and lists as they are meant. */
    private static Map<String, Object> plain(Map<String, Object> record) {
        Map<String, Object> plain = new TreeMap<>();
        record.forEach((column, value) -> plain.put(column, switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal;
            case Number number -> number.intValue();
            case UUID id -> id.toString();
            case PGobject json -> Json.read(json.getValue(), Object.class);
            default -> value;
        }));
        return plain;
    }

    private static Map<String, Object> row(Object... columns) {
        Map<String, Object> row = new TreeMap<>();
        for (int at = 0; at < columns.length; at += 2) {
            row.put((String) columns[at], columns[at + 1]);
        }
        return row;
    }

    /** A picture that anybody may fetch: a result of the sandbox itself. */
    private static String picture(String what) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(house.sandbox.url() + "/ark/api/v3/images/generations"))
                .header("Authorization", "Bearer ark-demo-1").POST(HttpRequest.BodyPublishers.ofString("""
                        {"model":"doubao-seedream-4-5-251128","prompt":"%s","size":"64x64"}""".formatted(what)))
                .build();
        String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        return answer.replaceAll("(?s).*\"url\":\"([^\"]*)\".*", "$1");
    }

    private JobRef post(String model, String shot, Input asked) {
        Model found = house.get(Catalogue.class).find(model).orElseThrow();
        InputRules.Reading reading = InputRules.read(asked, found.limits());
        assertThat(reading.violations()).isEmpty();
        Posted.New posted = (Posted.New) house.get(PostingJobs.class).post(new NewJob(house.org, caller, "req",
                found, reading.input(), null, 5, HOOK, null, Map.of(), Instant.now().plusSeconds(3600),
                new NewJob.Storyboard("p-jimeng", "雪国", "work-1", shot), null));
        return new JobRef(posted.job().id(), house.org, posted.job().kind(), posted.job().provider());
    }

    private void walk(JobRef job) throws InterruptedException {
        Next next = house.get(RowSteps.class).open(job);
        for (int steps = 0; steps < 300; steps++) {
            switch (next) {
                case Next.Submit submit -> next = submitting.submit(submit.attempt());
                case Next.Persist persist -> next = persisting.persist(persist.attempt());
                case Next.Convert convert -> throw new AssertionError("no provider is asked to convert");
                case Next.Wait wait -> {
                    Thread.sleep(100);
                    next = house.get(RowSteps.class).open(job);
                }
                case Next.Ended ended -> {
                    assertThat(ended.end().toString()).containsIgnoringCase("succeeded");
                    return;
                }
            }
        }
        throw new AssertionError("the job did not end: " + next);
    }

    private static Map<String, Object> record(String kind, JobRef job) {
        return house.get(JdbcClient.class).sql("select * from jimeng_" + kind + "_generation_records where id = ?")
                .param(job.jobId()).query().singleRow();
    }
}
