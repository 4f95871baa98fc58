package dev.atelier.embedded.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.part.EndingAll;
import dev.atelier.embedded.port.Ports;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.Starting;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestServerTest {
    @TempDir
    Path folder;

    @AfterEach
    void end_what_was_started() {
        new EndingAll(folder).end(part -> {
        });
    }

    @Test
    void as_a_process_of_its_own_it_takes_workflows_with_our_search_attributes() {
        int port = new Ports().from(17233);
        Launch launch = new Launch("temporal",
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-cp", System.getProperty("java.class.path"), TestServer.class.getName(),
                        Integer.toString(port)),
                System.getenv(), folder.toString(), folder.resolve("temporal.log").toString(),
                "tcp://127.0.0.1:" + port, "TERM");
        Starting starting = new Starting(folder);
        starting.awaitReady(launch, starting.start(launch), Duration.ofSeconds(60));

        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:" + port).build());
        try {
            var job = WorkflowClient.newInstance(stubs).newUntypedWorkflowStub("ImageJob", WorkflowOptions.newBuilder()
                    .setTaskQueue("jobs").setWorkflowId("image-1")
                    .setTypedSearchAttributes(io.temporal.common.SearchAttributes.newBuilder()
                            .set(SearchAttributeKey.forKeyword("JobKind"), "image")
                            .set(SearchAttributeKey.forBoolean("NeedsAttention"), false).build())
                    .build());
            assertThat(job.start().getWorkflowId()).isEqualTo("image-1");
        } finally {
            stubs.shutdownNow();
        }
    }
}
