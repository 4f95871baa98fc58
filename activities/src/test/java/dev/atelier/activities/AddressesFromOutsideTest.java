package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.atelier.activities.job.PersistingSteps;
import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.job.SubmittingSteps;
import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Posted;
import dev.atelier.db.job.PostingJobs;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.job.Next;
import dev.atelier.providers.fetch.Downloads;
import dev.atelier.providers.fetch.Posting;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Persisting;
import dev.atelier.workflows.job.Submitting;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/**
 * Addresses made to harm, at each of the three places where we call what others named: an image of an input, a
 * result, a receiver of webhooks. Whatever is tried, nobody inside is asked and nothing of what lies there is told.
 */
class AddressesFromOutsideTest {

    private static final FakeProvider PROVIDER = new FakeProvider("jimeng");
    private static Outside outside;
    private static StepsContext house;
    private TestActivityEnvironment temporal;

    @BeforeAll
    static void open() throws Exception {
        outside = new Outside();
        Duration deadline = Duration.ofSeconds(2);
        house = new StepsContext(List.of(PROVIDER), new Downloads(outside.reach(), 1 << 20, deadline),
                new Posting(outside.reach(), deadline));
        house.get(ManagingAccounts.class).create(new NewAccount("jimeng", "one", "session-of-one", Site.CN,
                "http://127.0.0.1:1", null, 0, null, Map.of(Medium.IMAGE, new NewAccount.Plan(10, null)), null, null,
                null, "test"));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
        outside.close();
    }

    @BeforeEach
    void workers() {
        temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
                .build());
        temporal.registerActivitiesImplementations(house.get(SubmittingSteps.class), house.get(PersistingSteps.class));
    }

    @AfterEach
    void rest() {
        temporal.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            loopback                | http://127.0.0.1:PORT/                | not public   | not public
            loopback, secure        | https://127.0.0.1:PORT/               | not public   | not public
            loopback, in short      | http://127.1:PORT/                    | not public   | not public
            as one number           | http://2130706433:PORT/               | not public   | not public
            as one number, octal    | http://017700000001:PORT/             | not public, UnknownHost | not public, UnknownHost
            as one number, hex      | http://0x7f000001:PORT/               | not public, UnknownHost | not public, UnknownHost
            mapped                  | http://[::ffff:127.0.0.1]:PORT/       | not public   | not public
            mapped, in hex          | http://[::ffff:7f00:1]:PORT/          | not public   | not public
            mapped, by name         | http://mapped.example:PORT/           | not public   | not public
            compatible              | http://[::127.0.0.1]:PORT/            | not public   | not public
            compatible, by name     | http://compatible.example:PORT/       | not public   | not public
            NAT64                   | http://[64:ff9b::7f00:1]:PORT/        | not public   | not public
            NAT64, by name          | http://nat64.example:PORT/            | not public   | not public
            6to4                    | http://[2002:7f00:1::]:PORT/          | not public   | not public
            loopback, IPv6          | http://[::1]:PORT/                    | not public   | not public
            anybody                 | http://0.0.0.0:PORT/                  | not public   | not public
            anybody, IPv6           | http://[::]:PORT/                     | not public   | not public
            by name                 | http://localhost:PORT/                | not public   | not public
            a dot at the end        | http://localhost.:PORT/               | not public, UnknownHost | not public, UnknownHost
            a name of two addresses | http://mixed.example:PORT/            | not public, does not answer | not public, no answer
            a name that is inside   | http://inside.example:PORT/           | not public   | not public
            with a zone             | http://[fe80::1%25lo]:PORT/           | not http     | not http
            dots of another script  | http://127。0。0。1:PORT/              | not public   | not public
            digits of another       | http://①②⑦.⓪.⓪.①:PORT/              | not public   | not public
            someone else's metadata | http://169.254.169.254/latest/        | not public   | not public
            metadata by name        | http://metadata.example/latest/       | not public   | not public
            metadata, IPv6          | http://[fd00:ec2::254]/               | not public   | not public
            a cloud's host agent    | http://168.63.129.16/                 | not public   | not public
            carriers' addresses     | http://100.64.0.1/                    | not public   | not public
            private 10              | http://10.0.0.1/                      | not public   | not public
            private 172             | http://172.16.0.1/                    | not public   | not public
            private 192             | https://192.168.0.1/                  | not public   | not public
            let through elsewhere 1 | http://[100:0:0:1::1]/                | not public   | not public
            let through elsewhere 2 | http://[3fff::1]/                     | not public   | not public
            let through elsewhere 3 | http://[5f00::1]/                     | not public   | not public
            a login                 | http://a:b@OPEN/picture               | user name    | user name
            a login that misleads   | http://OPEN@127.0.0.1:PORT/           | user name    | user name
            another port            | http://127.0.0.77:OTHER/              | port 6379    | port 6379
            a file                  | file:///etc/passwd                    | not http, no longer there | not http
            another protocol        | gopher://127.0.0.1:PORT/              | not http, no longer there | not http
            redirected inside       | http://OPEN/to?http://127.0.0.1:PORT/ | not public   | answered 302
            to metadata             | http://OPEN/to?http://169.254.169.254 | not public   | answered 302
            to a name inside        | http://OPEN/to?http://inside.example:PORT/ | not public | answered 302
            to a mapped one         | http://OPEN/to?http://[::ffff:7f00:1]:PORT/ | not public | answered 302
            to another port         | http://OPEN/to?http://127.0.0.77:OTHER/ | port 6379  | answered 302
            to a login              | http://OPEN/to?http://a:b@OPEN/       | user name    | answered 302
            to a file               | http://OPEN/to?file:///etc/passwd     | redirect     | answered 302
            three redirects         | http://OPEN/chain?2                   | kept         | answered 302
            four redirects          | http://OPEN/chain?3                   | redirects    | answered 302
            a name that turns       | http://rebinding.example:HERE/to?http://rebinding.example:PORT/ | not public | answered 302
            a packed flood          | http://OPEN/bomb                      | no image, image/x, octet | delivered
            a flood                 | http://OPEN/endless                   | more than    | delivered
            one byte now and then   | http://OPEN/drip                      | broke off    | delivered
            no picture at all       | http://OPEN/text                      | no image, none of the files | delivered
            a picture               | http://OPEN/picture                   | kept         | delivered
            """)
    void nobody_is_led_inside(String name, String address, String file, String receiver) throws Exception {
        String url = outside.address(address);
        assertThat(image(url)).as("an input's image").containsAnyOf(file.split(", "));
        assertThat(result(url)).as("a result").containsAnyOf(file.split(", "));
        assertThat(callback(url)).as("a receiver").containsAnyOf(receiver.split(", "));
        assertThat(outside.askedInside()).as("requests that reached the inside").isZero();
    }

    private String image(String url) throws Exception {
        outside.forgetLookUps();
        int before = PROVIDER.submits();
        String came = came(post("a fox", List.of(url), null));
        assertThat(PROVIDER.submits() - before).as("paid for").isEqualTo(came.equals("kept") ? 1 : 0);
        return came;
    }

    private String result(String url) throws Exception {
        outside.forgetLookUps();
        return came(post(url, null, null));
    }

    private String callback(String url) throws Exception {
        outside.forgetLookUps();
        JobRef job = post("a fox", null, url);
        assertThat(came(job)).isEqualTo("kept");
        for (int rounds = 0; rounds < 20 && house.loop("deliveries").round(new LoopFigures()); rounds++) {
            // Later tries of earlier rows come first.
        }
        return house.get(JdbcClient.class).sql("""
                select status, error from webhook_deliveries where job_id = ? and attempt = 1
                """).param(job.jobId()).query((row, n) -> row.getString(1) + " " + row.getString(2)).single();
    }

    /** How it ended, or why it is tried again. */
    private String came(JobRef job) {
        try {
            walk(job);
        } catch (ActivityFailure again) {
            return String.valueOf(again.getCause().getMessage());
        }
        JobView view = house.view(job);
        assertThat(view.toString()).doesNotContain(Outside.SECRET);
        return view.error() == null ? "kept" : view.error().message();
    }

    private void walk(JobRef job) {
        Next next = house.get(RowSteps.class).open(job);
        for (int steps = 0; steps < 10 && !(next instanceof Next.Ended); steps++) {
            next = switch (next) {
                case Next.Submit submit -> temporal.newActivityStub(Submitting.class).submit(submit.attempt());
                case Next.Persist persist -> temporal.newActivityStub(Persisting.class).persist(persist.attempt());
                default -> throw new AssertionError("unexpected: " + next);
            };
        }
    }

    private static JobRef post(String prompt, List<String> images, String webhook) {
        Model model = house.get(Catalogue.class).find("jimeng/jimeng-4.5").orElseThrow();
        Input input = InputRules.read(new Input(prompt, null, images, null, null, null, null, null, null),
                model.limits()).input();
        Posted posted = house.get(PostingJobs.class).post(new NewJob(house.org, Ids.next(), "req", model, input, null,
                5, webhook, webhook == null ? List.of() : List.of("job.succeeded"), Map.of(),
                Instant.now().plusSeconds(3600), null, null));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), house.org, job.kind(), job.provider());
    }
}
