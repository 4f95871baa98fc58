package dev.atelier.activities.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.activities.WorkerName;
import dev.atelier.activities.drain.Draining;
import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.job.RecordingSubmits;
import dev.atelier.db.job.SendingAttempts;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.Provider;
import dev.atelier.workflows.job.Submitting;

/**
 * The paid step. Intent is committed before the first byte, the request is sent once, its outcome is recorded in one
 * commit however long the database makes us wait for it. Entered again, it finds what became of it.
 */
@Component
public class SubmittingSteps implements Submitting {

    private static final Logger log = LoggerFactory.getLogger(SubmittingSteps.class);

    private final SendingAttempts sending;
    private final RecordingSubmits recording;
    private final ProvidersByName providers;
    private final InputImages images;
    private final CallbackAddresses callbacks;
    private final Moderating moderating;
    private final Draining draining;
    private final WorkerName worker;
    private final Clock clock;

    public SubmittingSteps(SendingAttempts sending, RecordingSubmits recording, ProvidersByName providers,
            InputImages images, CallbackAddresses callbacks, Moderating moderating, Draining draining,
            WorkerName worker, Clock clock) {
        this.sending = sending;
        this.recording = recording;
        this.providers = providers;
        this.images = images;
        this.callbacks = callbacks;
        this.moderating = moderating;
        this.draining = draining;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public Next submit(AttemptRef attempt) {
        draining.refuseToBegin();
        Optional<SendingAttempts.Plan> plan = sending.plan(attempt);
        if (plan.isEmpty()) {
            return sending.standing(attempt);
        }
        return switch (images.of(plan.get())) {
            case InputImages.Unreadable missing -> sending.impossible(attempt, missing.why());
            case InputImages.Ready ready -> judged(attempt, plan.get(), ready);
        };
    }

    private Next judged(AttemptRef attempt, SendingAttempts.Plan plan, InputImages.Ready ready) {
        return switch (moderating.of(attempt, plan, ready.images())) {
            case Moderating.Blocked blocked -> sending.blocked(attempt, blocked.why());
            case Moderating.Held held -> {
                log.warn("job {} is held: {}", attempt.jobId(), held.why());
                yield sending.held(attempt);
            }
            case Moderating.Passed passed -> send(attempt, plan, ready);
        };
    }

    private Next send(AttemptRef attempt, SendingAttempts.Plan plan, InputImages.Ready ready) {
        draining.refuseToBegin();
        Optional<Instant> sendBefore = sending.intend(attempt, worker.value());
        if (sendBefore.isEmpty()) {
            return sending.standing(attempt);
        }
        Provider provider = providers.get(plan.model().provider(), plan.credential());
        Order order = new Order(attempt.submissionId(), plan.model().kind(), plan.model().remoteName(), plan.input(),
                ready.images(), sendBefore.get(), plan.model().settings(),
                callbacks.of(provider.name(), attempt));
        SubmitOutcome outcome = new Call(provider, order, plan.credential(), () -> sending.aliveAndUnwanted(attempt),
                clock).make();
        log.info("job {} submitted by account {}: {}", attempt.jobId(), plan.credential().accountId(),
                outcome.getClass().getSimpleName());
        return Insisting.on("recording the outcome of job " + attempt.jobId(),
                () -> recording.record(attempt, outcome));
    }
}
