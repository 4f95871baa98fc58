package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.atelier.activities.job.PersistingSteps;
import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.job.SubmittingSteps;
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
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Submitting;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/** A provider that says back all it was told, and more: nothing of it stays in a log or in what is kept of a request. */
class PlantedSecretsTest {

    private static final String KEY = "ark-planted-key-0123456789";
    private static final String PROMPT = "Ada Lovelace at her desk, painted for her mother";
    private static final String MEDIA = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk";
    private static final String SIGNATURE = "planted-signature-of-an-address";
    private static final List<String> PEOPLE = List.of("bob.kahn@mail.example.net", "+44 20 7946 0958", "13812345678",
            "11010519491231002X", "4111 1111 1111 1111", "378282246310005");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.atelier");
    private final Level before = ours.getLevel();
    private HttpServer provider;
    private StepsContext house;
    private TestActivityEnvironment temporal;

    @BeforeEach
    void open() throws Exception {
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.start();
        house = new StepsContext();
        house.get(ManagingAccounts.class).create(new NewAccount("ark", "planted", KEY, Site.CN,
                "http://127.0.0.1:" + provider.getAddress().getPort(), house.org, 0, null,
                Map.of(Medium.IMAGE, new NewAccount.Plan(2, null)), null, null, null, "test"));
        temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
                .build());
        temporal.registerActivitiesImplementations(house.get(SubmittingSteps.class), house.get(PersistingSteps.class));
        log.start();
        ours.setLevel(Level.TRACE);
        ours.addAppender(log);
    }

    @AfterEach
    void close() throws Exception {
        ours.detachAppender(log);
        ours.setLevel(before);
        temporal.close();
        house.close();
        provider.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 429, 500})
    void nothing_that_was_planted_is_kept_or_logged(int status) {
        provider.createContext("/", exchange -> sayAllBack(exchange, status));
        JobRef job = post();
        Next.Submit submit = (Next.Submit) house.get(RowSteps.class).open(job);
        temporal.newActivityStub(Submitting.class).submit(submit.attempt());

        List<String> kept = new ArrayList<>(house.get(JdbcClient.class).sql("""
                select cast(request_payload_jsonb as text), cast(response_payload_jsonb as text), provider_request_id
                  from provider_requests where job_id = ?
                """).param(job.jobId()).query((row, n) -> row.getString(1) + row.getString(2) + row.getString(3))
                .list());
        assertThat(kept).hasSize(1).first().asString().containsPattern("sha256:[0-9a-f]{64}");
        log.list.forEach(event -> kept.add(event.getFormattedMessage() + event.getThrowableProxy()));
        assertThat(kept).as("something was logged, too").hasSizeGreaterThan(1);
        kept.addAll(house.get(JdbcClient.class).sql("select message from submissions where job_id = ?")
                .param(job.jobId()).query((row, n) -> String.valueOf(row.getString(1))).list());
        kept.add(String.valueOf(house.view(job).error()));
        assertThat(kept).allSatisfy(each -> {
            assertThat(each).doesNotContain(KEY, PROMPT, "Lovelace", MEDIA, SIGNATURE);
            PEOPLE.forEach(person -> assertThat(each).doesNotContain(person));
        });
    }

    private static void sayAllBack(HttpExchange exchange, int status) throws java.io.IOException {
        String heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String said = "You sent " + heard + " with " + exchange.getRequestHeaders().getFirst("Authorization")
                + "; write to " + String.join(" or ", PEOPLE) + "; see https://example.org/a.png?sig=" + SIGNATURE
                + " and data:image/png;base64," + MEDIA;
        String quoted = TextNode.valueOf(said).toString();
        String body = status == 200
                ? "{\"model\":\"m\",\"created\":1,\"note\":" + quoted + ",\"data\":[{\"b64_json\":\"" + MEDIA
                        + "\",\"revised_prompt\":\"" + PROMPT + "\"}],\"usage\":{\"generated_images\":1}}"
                : "{\"error\":{\"code\":\"Planted\",\"message\":" + quoted + "}}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Request-Id", "r-" + KEY);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JobRef post() {
        Model model = house.get(Catalogue.class).find("ark/seedream-4.5").orElseThrow();
        Input input = InputRules.read(new Input(PROMPT, null,
                List.of("https://example.org/in.png?X-Signature=" + SIGNATURE), null, null, null, null, null, null),
                model.limits()).input();
        Posted posted = house.get(PostingJobs.class).post(new NewJob(house.org, Ids.next(), "req", model, input, null,
                5, null, null, Map.of(), Instant.now().plusSeconds(3600), null, null));
        return new JobRef(((Posted.New) posted).job().id(), house.org, ((Posted.New) posted).job().kind(), "ark");
    }
}
