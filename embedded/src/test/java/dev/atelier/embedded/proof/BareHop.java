package dev.atelier.embedded.proof;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The yardstick: a workflow of nothing but a signal that leads to an activity, on the same server at the same time. */
final class BareHop implements AutoCloseable {
    private static final String QUEUE = "bare-hop";
    private static final LinkedBlockingQueue<Long> ARRIVED = new LinkedBlockingQueue<>();

    @WorkflowInterface
    public interface Hop {
        @WorkflowMethod
        void run();

        @SignalMethod
        void go();
    }

    @ActivityInterface
    public interface Step {
        void arrive();
    }

    public static final class Hopping implements Hop {
        private boolean told;

        @Override
        public void run() {
            Workflow.await(() -> told);
            Workflow.newActivityStub(Step.class,
                    ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(30)).build()).arrive();
        }

        @Override
        public void go() {
            told = true;
        }
    }

    private final WorkflowServiceStubs service;
    private final WorkflowClient client;
    private final WorkerFactory factory;

    BareHop(String target) {
        service = WorkflowServiceStubs
                .newServiceStubs(WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
        client = WorkflowClient.newInstance(service);
        factory = WorkerFactory.newInstance(client);
        var worker = factory.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(Hopping.class);
        worker.registerActivitiesImplementations((Step) () -> ARRIVED.add(System.nanoTime()));
        factory.start();
    }

    /** Milliseconds from the signal to the activity's first line, one after another. */
    List<Double> measured(int times) throws InterruptedException {
        List<Double> hops = new ArrayList<>();
        for (int each = 0; each < times; each++) {
            Hop hop = client.newWorkflowStub(Hop.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE)
                    .setWorkflowId("bare-" + UUID.randomUUID()).build());
            WorkflowClient.start(hop::run);
            Thread.sleep(300);
            long began = System.nanoTime();
            hop.go();
            Long arrived = ARRIVED.poll(30, TimeUnit.SECONDS);
            if (arrived == null)
                throw new AssertionError("a bare workflow did not get its activity within 30 s");
            hops.add((arrived - began) / 1e6);
        }
        return hops;
    }

    @Override
    public void close() {
        factory.shutdownNow();
        factory.awaitTermination(5, TimeUnit.SECONDS);
        service.shutdownNow();
    }
}
