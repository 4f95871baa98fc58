package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.activities.drain.Draining;
import dev.atelier.activities.job.PersistingSteps;
import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.job.SubmittingSteps;
import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.LoopSource;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.job.SendingAttempts;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.tripo.Tripo;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Persisting;
import dev.atelier.workflows.job.Submitting;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/** Each step once and again, with a real database, real files and a provider that answers over HTTP. */
class StepsTest {

    private static final String IMAGE = "ark/seedream-4.5";
    private static final String MESH = "tripo/v3.1";
    private static final String VIDEO = "ark/seedance-1.5-pro";

    private static StepsContext house;
    private TestActivityEnvironment temporal;
    private Submitting submitting;
    private Persisting persisting;

    @BeforeAll
    static void open() throws Exception {
        house = new StepsContext(List.of(new Tripo(new Wire(Clock.systemUTC()), Clock.systemUTC())));
        house.get(ManagingAccounts.class).create(new NewAccount("tripo", "t1", "tsk_test-1", Site.US,
                house.sandbox.url() + "/tripo/v3", null, 0, null, Map.of(Medium.MESH, new NewAccount.Plan(4, null)),
                null, null, null, "test"));
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

    private Next open(JobRef job) {
        return house.get(RowSteps.class).open(job);
    }

    /** Sent, and done at the provider. */
    private AttemptRef toFetch(JobRef job) throws InterruptedException {
        AttemptRef attempt = granted(job);
        submitting.submit(attempt);
        watchUntil(job, Next.Persist.class);
        return attempt;
    }

    private AttemptRef granted(JobRef job) {
        return ((Next.Submit) open(job)).attempt();
    }

    private long submits(String prompt) throws Exception {
        return journaled("\"operation\":\"submit\"", prompt);
    }

    private long refusedDownloads(String prompt) throws Exception {
        return journaled("\"operation\":\"download\"", prompt + "[^}]*\"outcome\":\"rejected\"");
    }

    private long journaled(String operation, String then) throws Exception {
        var journal = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(house.sandbox.url() + "/_sandbox/journal")).build(),
                HttpResponse.BodyHandlers.ofString());
        return java.util.regex.Pattern.compile(operation + "[^}]*" + then).matcher(journal.body()).results().count();
    }

    private void watchUntil(JobRef job, Class<? extends Next> wanted) throws InterruptedException {
        RunningLoop watch = house.get(LoopSource.class).loops().stream()
                .filter(loop -> loop.name().equals("watch-" + job.provider())).findFirst().orElseThrow();
        for (int i = 0; i < 150 && !wanted.isInstance(open(job)); i++) {
            watch.round(new LoopFigures());
            Thread.sleep(100);
        }
        assertThat(open(job)).isInstanceOf(wanted);
    }

    @Test
    void an_image_is_submitted_once_and_kept_once_however_often_the_steps_are_run() throws Exception {
        JobRef job = house.post(IMAGE, "a heron at dusk");
        AttemptRef attempt = granted(job);
        assertThat(submitting.submit(attempt)).isEqualTo(new Next.Persist(attempt));
        assertThat(submitting.submit(attempt)).as("submitted again").isEqualTo(new Next.Persist(attempt));
        assertThat(persisting.persist(attempt)).isInstanceOf(Next.Ended.class);
        assertThat(persisting.persist(attempt)).as("kept again").isInstanceOf(Next.Ended.class);
        assertThat(submits("a heron at dusk")).isEqualTo(1);
        List<Asset> assets = house.get(ReadingAssets.class).ofJob(house.org, job.jobId());
        assertThat(assets).singleElement().satisfies(asset -> {
            assertThat(asset.width()).isEqualTo(2048);
            try (InputStream bytes = house.get(ReadingAssets.class).open(asset)) {
                assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes())))
                        .isEqualTo(asset.sha256());
            }
        });
        assertThat(house.view(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void a_video_is_watched_to_its_end_and_kept() throws Exception {
        JobRef job = house.post(VIDEO, "a heron flies");
        AttemptRef attempt = granted(job);
        assertThat(((Next.Wait) submitting.submit(attempt)).reason()).isEqualTo(WaitReason.PROVIDER);
        watchUntil(job, Next.Persist.class);
        persisting.persist(attempt);
        assertThat(house.view(job).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(house.get(ReadingAssets.class).ofJob(house.org, job.jobId()).getFirst().mimeType())
                .isEqualTo("video/mp4");
    }

    @Test
    void a_submit_whose_answer_was_lost_is_found_in_the_providers_list_and_not_sent_again() throws Exception {
        JobRef job = house.post(VIDEO, "a heron lost [sandbox submit=drop_after_accept]");
        AttemptRef attempt = granted(job);
        assertThat(((Next.Wait) submitting.submit(attempt)).reason()).isEqualTo(WaitReason.PROVIDER);
        watchUntil(job, Next.Persist.class);
        assertThat(submits("a heron lost")).isEqualTo(1);
    }

    @Test
    void a_sender_killed_after_its_intent_but_before_its_request_is_proven_absent_only_late() throws Exception {
        JobRef job = house.post(VIDEO, "a heron never sent");
        AttemptRef attempt = granted(job);
        assertThat(house.get(SendingAttempts.class).intend(attempt, "killed")).isPresent();
        assertThat(((Next.Wait) house.get(RowSteps.class).look(job, Decision.SUBMIT_LOST)).reason())
                .isEqualTo(WaitReason.PROVIDER);
        house.get(LoopSource.class).loops().getFirst().round(new LoopFigures());
        assertThat(open(job)).as("one look at the list proves nothing yet").isInstanceOf(Next.Wait.class);
        assertThat(submits("a heron never sent")).isZero();
    }

    @Test
    void an_image_whose_answer_was_lost_waits_for_a_person() throws Exception {
        JobRef job = house.post(IMAGE, "a heron unseen [sandbox submit=drop_after_accept]");
        AttemptRef attempt = granted(job);
        assertThat(((Next.Wait) submitting.submit(attempt)).reason()).isEqualTo(WaitReason.PERSON);
        assertThat(((Next.Wait) submitting.submit(attempt)).reason()).isEqualTo(WaitReason.PERSON);
        assertThat(submits("a heron unseen")).isEqualTo(1);
    }

    @Test
    void a_long_image_call_that_nobody_wants_any_more_is_ended_within_seconds() throws Exception {
        JobRef job = house.post(IMAGE, "a heron unwanted [sandbox seconds=30]");
        AttemptRef attempt = granted(job);
        Thread canceler = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            house.get(RowSteps.class).look(job, Decision.cancel("me", null, null));
        });
        long began = System.nanoTime();
        assertThat(submitting.submit(attempt)).isInstanceOf(Next.Ended.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
        canceler.join();
        assertThat(house.view(job).status()).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void a_result_that_is_gone_ends_the_job_with_a_reason() throws Exception {
        JobRef job = house.post(IMAGE, "a heron gone [sandbox result=expired_url]");
        AttemptRef attempt = granted(job);
        submitting.submit(attempt);
        assertThat(persisting.persist(attempt)).isInstanceOf(Next.Ended.class);
        assertThat(house.view(job).error().code()).isEqualTo("result_expired");
        assertThat(house.view(job).costUsd()).as("it was paid").isNotNull();
    }

    @Test
    void an_address_that_expired_before_anybody_came_is_asked_for_again_and_the_result_is_kept() throws Exception {
        JobRef job = house.post(MESH, "a heron late [sandbox signed=3]");
        AttemptRef attempt = toFetch(job);
        Thread.sleep(3_200);
        assertThat(persisting.persist(attempt)).isInstanceOf(Next.Ended.class);
        assertThat(house.view(job).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(refusedDownloads("a heron late")).as("the first address had expired").isEqualTo(1);
        assertThat(submits("a heron late")).as("looking costs nothing, making would").isEqualTo(1);
    }

    @Test
    void a_result_that_is_gone_at_its_fresh_address_too_ends_the_job_after_one_more_look() throws Exception {
        JobRef job = house.post(VIDEO, "a heron lost for good [sandbox result=expired_url]");
        AttemptRef attempt = toFetch(job);
        assertThat(persisting.persist(attempt)).isInstanceOf(Next.Ended.class);
        assertThat(house.view(job).error().code()).isEqualTo("result_expired");
        assertThat(refusedDownloads("a heron lost for good")).isEqualTo(2);
    }

    @Test
    void while_the_provider_is_out_an_expired_address_loses_nothing() throws Exception {
        JobRef job = house.post(MESH, "a heron in an outage [sandbox signed=3]");
        AttemptRef attempt = toFetch(job);
        Thread.sleep(3_200);
        order("/_sandbox/faults", "{\"operation\":\"list\",\"match\":\"a heron in an outage\",\"word\":\"500\"}");
        assertThatThrownBy(() -> persisting.persist(attempt)).hasStackTraceContaining("cannot be fetched yet");
        assertThat(persisting.persist(attempt)).isInstanceOf(Next.Ended.class);
        assertThat(house.view(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void a_preview_that_is_gone_is_left_out_and_the_model_is_kept() throws Exception {
        JobRef job = house.post(MESH, "a heron without a preview");
        AttemptRef attempt = toFetch(job);
        fault("ok");
        fault("403");
        fault("403");
        assertThat(persisting.persist(attempt)).isInstanceOf(Next.Ended.class);
        assertThat(house.view(job).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(house.get(ReadingAssets.class).ofJob(house.org, job.jobId())).singleElement()
                .satisfies(asset -> assertThat(asset.mimeType()).isEqualTo("model/gltf-binary"));
    }

    /** For the next download of the heron without a preview. */
    private static void fault(String word) throws Exception {
        order("/_sandbox/faults",
                "{\"operation\":\"download\",\"match\":\"a heron without\",\"word\":\"" + word + "\"}");
    }

    private static void order(String path, String body) throws Exception {
        HttpRequest order = HttpRequest.newBuilder(URI.create(house.sandbox.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(order, HttpResponse.BodyHandlers.ofString()).statusCode()).isLessThan(300);
        }
    }

    @Test
    void a_submit_that_starts_while_draining_begins_nothing() throws Exception {
        SubmittingSteps leaving = new SubmittingSteps(house.get(SendingAttempts.class),
                house.get(dev.atelier.db.job.RecordingSubmits.class),
                house.get(dev.atelier.activities.provider.ProvidersByName.class), null, null, null, drained(),
                new WorkerName("w2"),
                java.time.Clock.systemUTC());
        JobRef job = house.post(IMAGE, "a heron later");
        AttemptRef attempt = granted(job);
        assertThatThrownBy(() -> leaving.submit(attempt)).hasMessageContaining("shut down");
        assertThat(submits("a heron later")).isZero();
        assertThat(submitting.submit(attempt)).as("another worker does it").isEqualTo(new Next.Persist(attempt));
    }

    private static Draining drained() {
        Draining draining = new Draining();
        draining.begin();
        return draining;
    }
}
