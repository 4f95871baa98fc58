package dev.atelier.worker.temporal;

import java.time.Duration;

import org.springframework.stereotype.Component;

import dev.atelier.activities.HouseChoresSteps;
import dev.atelier.activities.ProjectChoresSteps;
import dev.atelier.activities.job.PersistingSteps;
import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.job.SubmittingSteps;
import dev.atelier.activities.loop.LoopSteps;
import dev.atelier.activities.mesh.ConvertingSteps;
import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;
import dev.atelier.workflows.TaskQueues;
import dev.atelier.workflows.job.ConversionJobImpl;
import dev.atelier.workflows.job.ImageJobImpl;
import dev.atelier.workflows.job.MeshJobImpl;
import dev.atelier.workflows.job.VideoJobImpl;
import dev.atelier.workflows.loop.LoopImpl;
import dev.atelier.workflows.schedule.HousekeepingImpl;
import dev.atelier.workflows.schedule.ProjectSyncImpl;
import dev.atelier.workflows.schedule.QuotaResetImpl;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;

/** Who works on which queue in this process. */
@Component
@OnRole(AtelierSettings.Role.WORKER)
class Crew {

    /** A workflow cached on a worker that died is taken over after this long. */
    private static final Duration TAKEN_OVER_AFTER = Duration.ofSeconds(2);

    /** Each is a process that may take a whole processor and up to 2 GiB. */
    private static final int CONVERSIONS_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** A heartbeat's answer says whether anybody still wants the file. */
    private static final Duration CANCEL_IS_HEARD_WITHIN = Duration.ofSeconds(1);

    /** They never end: each turn begins where the last one left off. */
    private static final Class<?>[] STANDING = {
            LoopImpl.class, QuotaResetImpl.class, HousekeepingImpl.class, ProjectSyncImpl.class};

    private final WorkflowClient client;
    private final AtelierSettings.Worker settings;
    private final Deployment deployment;
    private final RowSteps rows;
    private final SubmittingSteps submitting;
    private final PersistingSteps persisting;
    private final ConvertingSteps converting;
    private final LoopSteps loops;
    private final HouseChoresSteps chores;
    private final ProjectChoresSteps projects;
    private final ProvidersByName providers;
    private final SubmitRates rates;

    Crew(WorkflowClient client, AtelierSettings settings, RowSteps rows, SubmittingSteps submitting,
            PersistingSteps persisting, ConvertingSteps converting, LoopSteps loops, HouseChoresSteps chores,
            ProjectChoresSteps projects,
            ProvidersByName providers, Catalogue catalogue) {
        this.client = client;
        this.settings = settings.worker();
        this.deployment = Deployment.of(settings.worker());
        this.rows = rows;
        this.submitting = submitting;
        this.persisting = persisting;
        this.converting = converting;
        this.loops = loops;
        this.chores = chores;
        this.projects = projects;
        this.providers = providers;
        this.rates = new SubmitRates(catalogue::submitsPerSecond, settings.worker().submitsPerSecond());
    }

    WorkerFactory hire() {
        WorkerFactory factory = WorkerFactory.newInstance(client, WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true).setWorkflowCacheSize(2_000).build());
        jobs(factory);
        providers.names().forEach(provider -> provider(factory, provider));
        factory.newWorker(TaskQueues.MEDIA, deployment.pinned(finishing(settings.transfersAtOnce())).build())
                .registerActivitiesImplementations(persisting);
        factory.newWorker(TaskQueues.CONVERT, deployment.pinned(finishing(CONVERSIONS_AT_ONCE)
                .setMaxHeartbeatThrottleInterval(CANCEL_IS_HEARD_WITHIN)).build())
                .registerActivitiesImplementations(converting);
        standing(factory);
        return factory;
    }

    private void standing(WorkerFactory factory) {
        // Leaves at once when told to stop, so that another process takes the loops over.
        Worker standing = factory.newWorker(TaskQueues.LOOPS, deployment.upgrading(WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true).setAllowActivityHeartbeatDuringShutdown(false)
                .setStickyQueueScheduleToStartTimeout(TAKEN_OVER_AFTER)).build());
        standing.registerWorkflowImplementationTypes(STANDING);
        standing.registerActivitiesImplementations(loops, chores, projects);
    }

    private void jobs(WorkerFactory factory) {
        Worker jobs = factory.newWorker(TaskQueues.JOBS, deployment.pinned(WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true).setStickyQueueScheduleToStartTimeout(TAKEN_OVER_AFTER)).build());
        jobs.registerWorkflowImplementationTypes(ImageJobImpl.class, VideoJobImpl.class, MeshJobImpl.class,
                ConversionJobImpl.class);
        // Those that earlier software began stand on this queue until their turn ends.
        jobs.registerWorkflowImplementationTypes(STANDING);
        jobs.registerActivitiesImplementations(rows);
    }

    private void provider(WorkerFactory factory, String provider) {
        WorkerOptions.Builder options = finishing(settings.submitsAtOnce()).setDisableEagerExecution(true);
        rates.of(provider).ifPresent(options::setMaxTaskQueueActivitiesPerSecond);
        factory.newWorker(TaskQueues.ofProvider(provider), deployment.pinned(options).build())
                .registerActivitiesImplementations(submitting);
    }

    /** Finishes what it has begun when told to stop, so its heartbeats must go on. */
    private static WorkerOptions.Builder finishing(int atOnce) {
        return WorkerOptions.newBuilder().setUsingVirtualThreads(true).setMaxConcurrentActivityExecutionSize(atOnce)
                .setAllowActivityHeartbeatDuringShutdown(true).setMaxHeartbeatThrottleInterval(Duration.ofSeconds(3));
    }
}
