package dev.atelier.api.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Tenants;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.attempt.HookTokens;
import dev.atelier.db.attempt.TakingCallbacks;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.job.DecidingNext;
import dev.atelier.db.job.RecordingSubmits;
import dev.atelier.db.job.SendingAttempts;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;

/** Who calls us back, who only says so, and what either brings about. */
class HookTest extends HttpTest {

    @Autowired
    private ManagingAccounts accounts;
    @Autowired
    private Catalogue catalogue;
    @Autowired
    private DecidingNext deciding;
    @Autowired
    private SendingAttempts sending;
    @Autowired
    private RecordingSubmits recording;
    @Autowired
    private HookTokens tokens;
    @Autowired
    private TakingCallbacks callbacks;
    @Autowired
    private Tenants tenants;

    /** Sent to the provider, whose account lives where nobody answers. */
    private AttemptRef sent(String provider, String model, Kind kind, String secret) {
        catalogue.load(HookTest.class.getResourceAsStream("/atelier/catalogue/" + provider + ".yaml"));
        NewAccount.Plan plan = new NewAccount.Plan(1, null);
        accounts.create(new NewAccount(provider, secret, secret, Site.US, "http://127.0.0.1:9/none", null, 0, null,
                Map.of(kind == Kind.IMAGE ? Medium.IMAGE : Medium.VIDEO, plan), null, null, null, "test"));
        String id = post("/v1/jobs", body(kind.word(), model, "\"input\":{\"prompt\":\"a hook\"}")).json().get("id")
                .asString();
        JobRef job = new JobRef(id, tenants.first().orgId(), kind, provider);
        AttemptRef attempt = ((Next.Submit) deciding.next(job, Decision.NONE)).attempt();
        sending.intend(attempt, "w1");
        Instant now = Instant.EPOCH.plusSeconds(1);
        recording.record(attempt, new SubmitOutcome.Accepted(new TaskId("task-" + id),
                new Exchange("submit", now, now, 200, "{}", "{}", "r-1", null)));
        return attempt;
    }

    private String address(String provider, AttemptRef attempt) {
        return "/hooks/" + provider + "/" + tokens.of(provider, attempt.submissionId());
    }

    private Reply call(String address, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        // Providers have no key of ours.
        all[0] = "Authorization";
        all[1] = "none";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return post(address, body, all);
    }

    @Test
    void whatever_an_unsigned_caller_says_changes_nothing_but_when_we_look() {
        AttemptRef attempt = sent("ark", "ark/seedance-1.5-pro", Kind.VIDEO, "hook-1");
        for (String said : new String[]{"{\"status\":\"succeeded\"}", "{\"status\":\"running\"}", "%%%", ""}) {
            assertThat(call(address("ark", attempt), said).status()).as(said).isEqualTo(204);
        }
        assertThat(callbacks.attempt("ark", tokens.of("ark", attempt.submissionId()))).get()
                .satisfies(row -> assertThat(row.state()).isEqualTo(SubmissionState.SENT));
        assertThat(call(address("ark", attempt), "x".repeat((1 << 20) + 1)).status()).isEqualTo(413);
    }

    @Test
    void nobody_gets_in_with_an_address_that_was_not_given() {
        AttemptRef attempt = sent("ark", "ark/seedance-1.5-pro", Kind.VIDEO, "hook-2");
        String given = address("ark", attempt);
        assertThat(call(given.replace("/ark/", "/fal/"), "{}").status()).isEqualTo(404);
        assertThat(call(given.substring(0, given.length() - 1), "{}").status()).isEqualTo(404);
        assertThat(call("/hooks/ark/x", "{}").status()).isEqualTo(404);
        assertThat(call("/hooks/ark/" + attempt.submissionId(), "{}").code()).isEqualTo("not_found");
    }

    @Test
    void who_signs_must_have_signed() {
        AttemptRef attempt = sent("fal", "fal/flux-dev", Kind.IMAGE, "hook-3");
        assertThat(call(address("fal", attempt), "{}").code()).isEqualTo("signature_invalid");
        Reply later = call(address("fal", attempt), "{}", "X-Fal-Webhook-Timestamp",
                Long.toString(Clock.systemUTC().instant().getEpochSecond()),
                "X-Fal-Webhook-Signature", "ab".repeat(64));
        assertThat(later.status()).as("its keys cannot be had").isEqualTo(503);
        assertThat(later.header("Retry-After")).isNotNull();
    }
}
