package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.activities.recover.Recovering;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.job.RecordingSubmits;
import dev.atelier.db.job.RecoveringJobs;
import dev.atelier.db.job.RecoveringJobs.Entered;
import dev.atelier.db.job.SendingAttempts;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.ark.Ark;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.tencent.Tencent;

/** Rows as a backup holds them, and a provider that was asked for more since. */
class RecoveringTest {

    private static StepsContext house;

    @BeforeAll
    static void open() throws Exception {
        house = new StepsContext(List.of(new Tencent(new Wire(Clock.systemUTC()), Clock.systemUTC())));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private Next open(JobRef job) {
        return house.get(RowSteps.class).open(job);
    }

    private AttemptRef sent(JobRef job) {
        AttemptRef attempt = ((Next.Submit) open(job)).attempt();
        SendingAttempts sending = house.get(SendingAttempts.class);
        SendingAttempts.Plan plan = sending.plan(attempt).orElseThrow();
        Instant before = sending.intend(attempt, "w1").orElseThrow();
        SubmitOutcome outcome = new Ark(new Wire(Clock.systemUTC()), Clock.systemUTC()).submit(
                new Order(attempt.submissionId(), plan.model().kind(), plan.model().remoteName(), plan.input(),
                        List.of(), before, plan.model().settings()),
                plan.credential());
        house.get(RecordingSubmits.class).record(attempt, outcome);
        return attempt;
    }

    /** As it stood when the backup was taken. */
    private void backToGranted(AttemptRef attempt) {
        house.get(JdbcClient.class).sql("""
                update submissions set state = 'granted', remote_task_id = null, remote_key = null, sent_at = null,
                       send_before = null, next_look_at = null, runs_until = null, billed = 'no', counted = false
                 where id = :id
                """).param("id", attempt.submissionId()).update();
    }

    private long submits(String prompt) throws Exception {
        var journal = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(house.sandbox.url() + "/_sandbox/journal")).build(),
                HttpResponse.BodyHandlers.ofString());
        return Pattern.compile("\"operation\":\"submit\"[^}]*" + Pattern.quote(prompt)).matcher(journal.body())
                .results().count();
    }

    @Test
    void what_was_sent_after_the_backup_is_found_and_not_sent_again_and_what_cannot_be_proven_waits_for_a_person()
            throws Exception {
        Instant backup = Instant.now();
        JobRef sentSince = house.post("ark/seedance-1.5-pro", "a crane that was sent");
        AttemptRef found = sent(sentSince);
        backToGranted(found);
        JobRef neverSent = house.post("ark/seedance-1.5-pro", "a crane that was not");
        assertThat(open(neverSent)).isInstanceOf(Next.Submit.class);
        JobRef image = house.post("ark/seedream-4.5", "a picture of a crane");
        assertThat(open(image)).isInstanceOf(Next.Submit.class);
        Recovering recovering = recovering();

        Recovering.Report report = recovering.recover(backup, false);

        assertThat(report.tasks()).containsOnlyKeys(Entered.RESTORED).containsEntry(Entered.RESTORED, 1);
        assertThat(report.released()).isTrue();
        assertThat(report.parked()).isEqualTo(1);
        SubmissionRow row = house.get(Ledger.class).byId(found.submissionId()).orElseThrow();
        assertThat(row.state()).isEqualTo(SubmissionState.SENT);
        assertThat(open(sentSince)).isInstanceOf(Next.Wait.class);
        assertThat(submits("a crane that was sent")).isEqualTo(1);
        assertThat(open(neverSent)).as("proven unsent by the list").isInstanceOf(Next.Submit.class);
        assertThat(house.view(image).needsAttention().reason()).isEqualTo("restored");
        house.get(RowSteps.class).look(neverSent, Decision.cancel("me", null, null));
        assertThat(recovering.recover(backup, false).tasks()).as("again").containsOnlyKeys(Entered.KNOWN);
    }

    @Test
    void a_provider_without_any_list_holds_nothing_up_and_its_jobs_wait_for_a_person() {
        NewAccount.Plan plan = new NewAccount.Plan(1, null);
        house.get(ManagingAccounts.class).create(new NewAccount("tencent", "t1", "AKIDtest:secret-of-t1", Site.CN,
                house.sandbox.url() + "/tencent", null, 0, null, Map.of(Medium.MESH, plan), null, null, null, "test"));
        JobRef job = house.post("tencent/hunyuan3d-3.0", "a crane of bronze");
        assertThat(open(job)).isInstanceOf(Next.Submit.class);

        Recovering.Report report = recovering().recover(Instant.now(), false);

        assertThat(report.unreadable()).isEmpty();
        assertThat(report.listless()).containsExactly("tencent");
        assertThat(report.released()).isTrue();
        assertThat(house.view(job).needsAttention().reason()).isEqualTo("restored");
    }

    private static Recovering recovering() {
        return new Recovering(house.get(RecoveringJobs.class), house.get(ProvidersByName.class),
                house.get(OpeningCredentials.class), house.get(Catalogue.class));
    }
}
