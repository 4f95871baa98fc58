package dev.atelier.worker.temporal;

import dev.atelier.worker.settings.AtelierSettings;

import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerOptions;

/**
 * What workers tell Temporal of the software they run, so that old and new may work side by side. It is each worker's
 * default and not an annotation of the workflows: a server refuses tasks of a workflow that names a behaviour while its
 * worker names no deployment.
 *
 * @param version null: none is told, any worker takes any task
 */
record Deployment(WorkerDeploymentVersion version) {

    static Deployment of(AtelierSettings.Worker settings) {
        return new Deployment(settings.deployment().isBlank()
                ? null
                : new WorkerDeploymentVersion(settings.deployment(), settings.build()));
    }

    /** What began on this software ends on it. */
    WorkerOptions.Builder pinned(WorkerOptions.Builder options) {
        return versioned(options, VersioningBehavior.PINNED);
    }

    /** What has no end goes on with the software that is current. */
    WorkerOptions.Builder upgrading(WorkerOptions.Builder options) {
        return versioned(options, VersioningBehavior.AUTO_UPGRADE);
    }

    private WorkerOptions.Builder versioned(WorkerOptions.Builder options, VersioningBehavior behaviour) {
        return version == null
                ? options
                : options.setDeploymentOptions(WorkerDeploymentOptions.newBuilder().setUseVersioning(true)
                        .setVersion(version).setDefaultVersioningBehavior(behaviour).build());
    }
}
