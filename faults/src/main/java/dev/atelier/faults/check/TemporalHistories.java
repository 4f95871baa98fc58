package dev.atelier.faults.check;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The histories of a running Temporal server. Payloads are read as the bytes they are. */
public final class TemporalHistories implements Histories, AutoCloseable {
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    /** @param address host:port */
    public TemporalHistories(String address) {
        stubs = WorkflowServiceStubs
                .newServiceStubs(WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        client = WorkflowClient.newInstance(stubs);
    }

    @Override
    public List<String> running() {
        return client.listExecutions("JobKind is not null and ExecutionStatus = 'Running'")
                .map(each -> each.getExecution().getWorkflowId()).toList();
    }

    @Override
    public void each(BiConsumer<String, String> reader) {
        client.listExecutions("JobKind is not null").forEach(each -> {
            String id = each.getExecution().getWorkflowId();
            byte[] bytes = client.fetchHistory(id, each.getExecution().getRunId()).getHistory().toByteArray();
            reader.accept(id, new String(bytes, StandardCharsets.ISO_8859_1));
        });
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        stubs.awaitTermination(5, TimeUnit.SECONDS);
    }
}
