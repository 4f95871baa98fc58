package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import dev.atelier.activities.job.PersistingSteps;
import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.job.SubmittingSteps;
import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.LoopSource;
import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.AccountFilter;
import dev.atelier.db.account.AccountView;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Posted;
import dev.atelier.db.job.PostingJobs;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.providers.Provider;
import dev.atelier.providers.fal.Fal;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.jimeng.Jimeng;
import dev.atelier.providers.replicate.Replicate;
import dev.atelier.providers.tripo.Tripo;
import dev.atelier.providers.volcengine.Volcengine;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Persisting;
import dev.atelier.workflows.job.Submitting;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/**
 * What becomes of a job, its account and the money when something goes wrong, for each provider: a job of an organisation
 * of its own, whose one account serves nobody else.
 */
class OutcomesTest {

    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Map<String, String> MODELS = Map.of("ark", "ark/seedance-1.5-pro", "jimeng",
            "jimeng/jimeng-video-3.0", "volcengine", "volcengine/jimeng-video-3.0", "tripo", "tripo/v3.1", "fal",
            "fal/flux-dev", "replicate", "replicate/flux-schnell");
    private static final Map<String, String> PATHS = Map.of("ark", "/ark/api/v3", "jimeng", "/jimeng", "volcengine",
            "", "tripo", "/tripo/v3", "fal", "/fal", "replicate", "/replicate/v1");
    private static final Map<String, String> KEYS = Map.of("ark", "ark-row-", "jimeng", "jimeng-row-", "volcengine",
            "AKEXAMPLE:SKEXAMPLE", "tripo", "tsk_row-", "fal", "fal-row-", "replicate", "replicate-row-");
    private static final List<String> TAGS = List.of("submit=drop_after_accept", "submit=429", "submit=concurrency",
            "submit=403", "fail=content_input", "fail=content_output", "fail=unknown_status");

    private static final Map<String, String> OUTCOMES = new LinkedHashMap<>();
    private static StepsContext house;

    @BeforeAll
    static void play() throws Exception {
        Clock clock = Clock.systemUTC();
        Wire wire = new Wire(clock);
        house = new StepsContext(List.<Provider>of(new Jimeng(wire, clock), new Volcengine(wire, clock),
                new Tripo(wire, clock), new Fal(wire, clock), new Replicate(wire, clock)));
        alone();
        Thread watch = Thread.ofVirtual().start(OutcomesTest::watch);
        Map<String, Future<String>> rows = new LinkedHashMap<>();
        try (var players = Executors.newFixedThreadPool(6)) {
            for (int number = 1; number <= TAGS.size(); number++) {
                for (String provider : List.of("ark", "jimeng", "volcengine", "tripo", "fal", "replicate")) {
                    String tag = TAGS.get(number - 1);
                    int n = number;
                    Callable<String> row = () -> new OutcomesTest().outcome(provider, tag, n);
                    rows.put(provider + " " + tag, players.submit(row));
                }
            }
        }
        watch.interrupt();
        for (var row : rows.entrySet()) {
            OUTCOMES.put(row.getKey(), row.getValue().get());
        }
        OUTCOMES.forEach((row, outcome) -> System.out.printf("%-40s %s%n", row, outcome));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2}, account {3}, {4} submit(s)")
    @CsvFileSource(resources = "/outcomes.csv")
    void as_the_table_says(String provider, String tag, String job, String account, int submits) {
        assertThat(OUTCOMES.get(provider + " " + tag)).isEqualTo(job + ", " + account + ", " + submits);
    }

    /** The house's shared account would take over what another refuses. */
    private static void alone() {
        AllOrganisations leave = AllOrganisations.forLoopsSchedulesAndAdmin();
        house.get(ManagingAccounts.class).list(leave, new AccountFilter(null, null, null, 10, null))
                .forEach(shared -> house.get(ManagingAccounts.class).delete(leave, shared.id(), "test"));
    }

    private static void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            house.get(LoopSource.class).loops().forEach(loop -> loop.round(new LoopFigures()));
            try {
                Thread.sleep(200);
            } catch (InterruptedException enough) {
                return;
            }
        }
    }

    private String outcome(String provider, String tag, int number) throws Exception {
        String org = house.get(Organisations.class).ensure(provider + number);
        String account = account(provider, org, number);
        String mark = provider + "-" + number + "-" + Ids.next();
        JobRef job = post(org, MODELS.get(provider), mark + " [sandbox " + tag + "]");
        walk(job);
        JobView view = house.get(ReadingJobs.class).find(org, job.jobId()).orElseThrow();
        String became = view.needsAttention() != null
                ? "parked " + view.needsAttention().reason()
                : view.error() != null ? "failed " + view.error().code() : view.status().word();
        AccountView.MediumView medium = house.get(ManagingAccounts.class)
                .get(AllOrganisations.forLoopsSchedulesAndAdmin(), account).orElseThrow().media()
                .get(Medium.valueOf(job.kind().name()));
        String rests = medium.unavailableReason() == null ? "in use" : "rests " + medium.unavailableReason().word();
        return became + ", " + rests + ", " + submits(mark);
    }

    private static String account(String provider, String org, int number) {
        NewAccount.Plan plan = new NewAccount.Plan(1, null);
        return ((AccountAnswer.Done) house.get(ManagingAccounts.class).create(new NewAccount(provider,
                provider + number, KEYS.get(provider) + number, Site.CN, house.sandbox.url() + PATHS.get(provider), org,
                0, null, Map.of(Medium.IMAGE, plan, Medium.VIDEO, plan, Medium.MESH, plan), null, null, null, "test")))
                .account().id();
    }

    private static JobRef post(String org, String model, String prompt) {
        Model found = house.get(Catalogue.class).find(model).orElseThrow();
        Input input = InputRules.read(new Input(prompt, null, null, null, null, null, null, null, null), found.limits())
                .input();
        Posted.New posted = (Posted.New) house.get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req", found,
                input, null, 5, null, null, Map.of(), Instant.now().plusSeconds(3600), null, null));
        return new JobRef(posted.job().id(), org, posted.job().kind(), posted.job().provider());
    }

    /** Until it ends, needs a person, waits in line for good, or has been looked at for long enough. */
    private static void walk(JobRef job) throws InterruptedException {
        TestActivityEnvironment temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
                .build());
        try {
            temporal.registerActivitiesImplementations(house.get(SubmittingSteps.class),
                    house.get(PersistingSteps.class));
            Submitting submitting = temporal.newActivityStub(Submitting.class);
            Persisting persisting = temporal.newActivityStub(Persisting.class);
            Instant enough = Instant.now().plus(LONGEST);
            Next next = house.get(RowSteps.class).open(job);
            while (Instant.now().isBefore(enough)) {
                switch (next) {
                    case Next.Submit submit -> next = submitting.submit(submit.attempt());
                    case Next.Persist persist -> next = persisting.persist(persist.attempt());
                    case Next.Ended ended -> {
                        return;
                    }
                    case Next.Wait wait -> {
                        if (wait.reason() == WaitReason.PERSON || wait.reason() == WaitReason.LINE) {
                            return;
                        }
                        Thread.sleep(200);
                        next = house.get(RowSteps.class).open(job);
                    }
                }
            }
        } finally {
            temporal.close();
        }
    }

    private static long submits(String mark) throws Exception {
        String journal = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(house.sandbox.url() + "/_sandbox/journal?prompt=" + mark)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        return Pattern.compile("\"operation\":\"submit\"").matcher(journal).results().count();
    }
}
