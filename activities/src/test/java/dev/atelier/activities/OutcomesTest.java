package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
import dev.atelier.providers.Speaking;
import dev.atelier.providers.http.Wire;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
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

    /** What may go wrong with any provider: two kinds of "too much", no credit, content refused at three places. */
    private static final List<String> TOLD_OF_EACH = List.of("submit=drop_after_accept", "submit=429",
            "submit=concurrency", "submit=403", "fail=credit", "fail=content_input", "fail=content_output",
            "fail=content_late", "fail=unknown_status");
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Map<String, String> OUTCOMES = new LinkedHashMap<>();
    private static StepsContext house;

    /** A file each provider, beside its name only. */
    @BeforeAll
    static void play() throws Exception {
        Clock clock = Clock.systemUTC();
        house = new StepsContext(Speaking.all(new Wire(clock), clock).stream()
                .filter(each -> !each.name().equals("ark")).toList());
        alone();
        Thread watch = Thread.ofVirtual().start(OutcomesTest::watch);
        Map<String, Future<String>> played = new LinkedHashMap<>();
        try (var players = Executors.newFixedThreadPool(6)) {
            for (Row row : rows()) {
                played.put(row.name(), players.submit(() -> new OutcomesTest().outcome(row)));
            }
        }
        watch.interrupt();
        for (var row : played.entrySet()) {
            OUTCOMES.put(row.getKey(), row.getValue().get());
        }
        OUTCOMES.forEach((row, outcome) -> System.out.printf("%-40s %s%n", row, outcome));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void every_provider_has_a_table_of_all_that_may_go_wrong() throws Exception {
        Map<String, List<String>> told = rows().stream().collect(
                Collectors.groupingBy(Row::provider, Collectors.mapping(Row::tag, Collectors.toList())));
        assertThat(Speaking.all(new Wire(Clock.systemUTC()), Clock.systemUTC())).allSatisfy(
                provider -> assertThat(told.getOrDefault(provider.name(), List.of())).as("outcomes/%s.csv",
                        provider.name()).containsAll(TOLD_OF_EACH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void as_the_table_says(Row row) {
        assertThat(OUTCOMES.get(row.name())).isEqualTo(row.becomes());
    }

    /** @param number of the row within its provider's table */
    record Row(String provider, String model, int number, String tag, String becomes) {

        String name() {
            return provider + " " + tag;
        }

        @Override
        public String toString() {
            return name() + ": " + becomes + " submit(s)";
        }
    }

    /** Of each provider with a table {@code outcomes/NAME.csv}; by tag, so that no account does everything at once. */
    static List<Row> rows() throws Exception {
        Path tables = Path.of(OutcomesTest.class.getResource("/outcomes").toURI());
        List<Row> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(tables)) {
            for (Path table : files.sorted().toList()) {
                String provider = table.getFileName().toString().replace(".csv", "");
                List<String> lines = Files.readAllLines(table).stream().filter(line -> !line.startsWith("#")).toList();
                String model = lines.getFirst().substring("model,".length());
                for (int number = 1; number < lines.size(); number++) {
                    String[] row = lines.get(number).split(",", 2);
                    rows.add(new Row(provider, model, number, row[0], row[1].replace(",", ", ")));
                }
            }
        }
        rows.sort(Comparator.comparing(Row::number));
        return rows;
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

    private String outcome(Row row) throws Exception {
        String org = house.get(Organisations.class).ensure(row.provider() + row.number());
        String account = account(row.provider(), org, row.number());
        String mark = row.provider() + "-" + row.number() + "-" + Ids.next();
        JobRef job = post(org, row.model(), mark + " [sandbox " + row.tag() + "]");
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
        Practice practice = Opening.all().stream().map(Opening::practice)
                .filter(each -> each.provider().equals(provider)).findFirst().orElseThrow();
        return ((AccountAnswer.Done) house.get(ManagingAccounts.class).create(new NewAccount(provider,
                provider + number, practice.secret() + number, Site.CN, house.sandbox.url() + practice.path(), org, 0,
                null, Map.of(Medium.IMAGE, plan, Medium.VIDEO, plan, Medium.MESH, plan), null, null, null, "test")))
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
                    case Next.Convert convert -> throw new AssertionError("no provider is asked to convert");
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
