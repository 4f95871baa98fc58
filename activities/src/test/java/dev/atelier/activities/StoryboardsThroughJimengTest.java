package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private static StepsContext house;
    private static String chinese;
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
        assertThat(record).contains(entry("jimeng_accounts_id", chinese), entry("project_id", "p-jimeng"),
                entry("project_name", "雪国"), entry("storyboard_id", "shot-image"), entry("work_id", "work-1"),
                entry("model", "jimeng/jimeng-4.5"), entry("prompt", "一只狐狸在雪地里"),
                entry("negative_prompt", "模糊"), entry("ratio", "16:9"), entry("resolution", "1k"),
                entry("intelligent_ratio", true), entry("sample_strength", null), entry("response_format", "url"),
                entry("input_images", null), entry("error_code", null), entry("error_message", null),
                entry("callback_url", null), entry("is_deleted", false), entry("attr1", null),
                entry("attr2", null), entry("attr3", null));
        common(record, "image", 4);
    }

    @Test
    void a_video_between_two_frames() throws Exception {
        List<String> frames = List.of(picture("first frame"), picture("last frame"));
        JobRef job = post("jimeng/jimeng-video-3.0", "shot-video",
                new Input("狐狸跑过雪地", null, frames, "16:9", "720p", 5, null, null, null));
        walk(job);
        Map<String, Object> record = record("video", job);
        assertThat(record).contains(entry("jimeng_accounts_id", chinese), entry("project_id", "p-jimeng"),
                entry("storyboard_id", "shot-video"), entry("work_id", "work-1"),
                entry("model", "jimeng/jimeng-video-3.0"), entry("negative_prompt", null), entry("ratio", "16:9"),
                entry("resolution", "720p"), entry("duration", 5), entry("response_format", "url"),
                entry("remote_task_id", null), entry("error_code", null), entry("is_deleted", false));
        assertThat(String.valueOf(record.get("input_images"))).contains("/files/");
        common(record, "video", 1);
    }

    @Test
    void a_refused_and_a_busy_submit_leave_a_row_each_and_no_site_without_the_model_is_asked() throws Exception {
        account("jimeng-demo-3", Site.HK, 0);
        account("jimeng-demo-4", Site.JP, -1);
        JobRef job = post("jimeng/jimeng-video-veo3", "shot-retried",
                new Input("a fox [sandbox submit=429,503,ok]", null, null, null, null, null, null, null, null));
        walk(job);
        assertThat(house.get(JdbcClient.class).sql("""
                select retry_index, error_kind from provider_requests
                 where job_id = ? and operation = 'submit' order by retry_index
                """).param(job.jobId()).query((row, n) -> row.getInt(1) + " " + row.getString(2)).list())
                .containsExactly("0 rate_limit", "1 provider_busy", "2 null");
        Map<String, Object> record = record("video", job);
        assertThat(record).contains(entry("duration", 8), entry("model", "jimeng/jimeng-video-veo3"));
        assertThat(((Number) record.get("site_switch_count")).intValue()).isEqualTo(1);
        assertThat(((Number) record.get("site_used")).intValue()).isEqualTo(Site.JP.code());
    }

    private void common(Map<String, Object> record, String kind, int files) {
        assertThat(((Number) record.get("generation_status")).intValue()).as("completed").isEqualTo(2);
        assertThat(((Number) record.get("site_used")).intValue()).isEqualTo(Site.CN.code());
        assertThat(((Number) record.get("site_switch_count")).intValue()).isZero();
        assertThat(((Number) record.get("priority")).intValue()).isEqualTo(5);
        assertThat(((Number) record.get("generation_time")).intValue()).isNotNegative();
        assertThat((String) record.get("original_session_id")).as("a fingerprint, never the session").isNotBlank()
                .doesNotContain("jimeng-demo-1");
        for (String list : List.of(kind + "_urls", kind + "_local_paths")) {
            assertThat(String.valueOf(record.get(list)).split("\", ?\"")).as(list).hasSize(files);
        }
        assertThat(record.get("create_time")).isNotNull();
        assertThat(record.get("update_time")).isNotNull();
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
        Posted.New posted = (Posted.New) house.get(PostingJobs.class).post(new NewJob(house.org, Ids.next(), "req",
                found, reading.input(), null, 5, null, null, Map.of(), Instant.now().plusSeconds(3600),
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
