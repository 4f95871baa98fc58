package dev.atelier.workflows.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.workflows.SearchAttributes;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;

/**
 * The way of an image, video or mesh job: ask the rows for the next thing, do it, repeat. Nothing is remembered here
 * that the rows do not hold, so a run that was terminated or lost is begun anew and goes on where they stand.
 */
abstract class Walk implements JobSignals {

    private static final Duration DRAIN_PAUSE = Duration.ofSeconds(2);
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(30);

    private final JobRef job;
    private final Inbox inbox = new Inbox();
    private final Rows rows = Steps.rows();
    private Next now;
    private boolean attentionShown;
    private boolean cancelHeard;

    Walk(JobRef job) {
        this.job = job;
    }

    public JobEnd make(JobRef ref) {
        CancellationScope whole = CancellationScope.current();
        JobEnd[] end = new JobEnd[1];
        // Temporal's own cancel is one more way to say cancel; it must not cut off the steps that obey it.
        Workflow.newDetachedCancellationScope(() -> end[0] = walk(whole)).run();
        return end[0];
    }

    private JobEnd walk(CancellationScope whole) {
        Next next = rows.open(job);
        while (true) {
            show(next);
            switch (next) {
                case Next.Ended ended -> {
                    return ended.end();
                }
                case Next.Submit submit -> next = inbox.hasDecision() ? look() : unlessAgain(submit, submit(submit));
                case Next.Persist persist -> next = inbox.hasDecision() ? look() : persist(persist.attempt());
                case Next.Convert convert -> next = convert(convert, whole);
                case Next.Wait wait -> {
                    await(wait, whole);
                    next = look();
                }
            }
        }
    }

    private Next look() {
        return rows.look(job, inbox.take());
    }

    private void await(Next.Wait wait, CancellationScope whole) {
        if (Workflow.getInfo().isContinueAsNewSuggested() && !inbox.hasNews()) {
            Workflow.continueAsNew(job);
        }
        Workflow.await(wait.atMost(), () -> inbox.hasNews() || !cancelHeard && whole.isCancelRequested());
        hearCancel(whole);
    }

    private Next submit(Next.Submit submit) {
        try {
            return Steps.submitting(submit.queue(), "attempt " + submit.attempt().attempt()).submit(submit.attempt());
        } catch (ActivityFailure lost) {
            if (lost.getCause() instanceof ApplicationFailure said && said.getType().equals(Submitting.DRAINING)) {
                Workflow.await(DRAIN_PAUSE, inbox::hasDecision);
                return look();
            }
            return rows.look(job, Decision.SUBMIT_LOST);
        }
    }

    /** A submit that fails before its intent is to be done again: not at once, or it would go round for ever. */
    private static Next unlessAgain(Next.Submit done, Next next) {
        return next.equals(done)
                ? new Next.Wait(WaitReason.PAUSE, TROUBLE_PAUSE, "Sending could not even begin.")
                : next;
    }

    private Next persist(AttemptRef attempt) {
        try {
            return Steps.persisting("fetch and keep the result").persist(attempt);
        } catch (ActivityFailure gaveUp) {
            return look();
        }
    }

    /** Whoever speaks meanwhile is heard: when the rows then want something else, the work is ended at once. */
    private Next convert(Next.Convert convert, CancellationScope whole) {
        List<Promise<Next>> making = new ArrayList<>();
        CancellationScope scope = Workflow.newCancellationScope(() -> making.add(Async.function(
                Steps.converting(convert.output().operation())::convert, convert.output())));
        scope.run();
        Promise<Next> made = making.getFirst();
        while (true) {
            Workflow.await(() -> made.isCompleted() || inbox.hasNews() || !cancelHeard && whole.isCancelRequested());
            hearCancel(whole);
            if (made.isCompleted()) {
                return made.getFailure() == null ? made.get() : look();
            }
            Next now = look();
            if (!now.equals(convert)) {
                scope.cancel();
                Workflow.await(made::isCompleted);
                return now;
            }
        }
    }

    private void hearCancel(CancellationScope whole) {
        if (!cancelHeard && whole.isCancelRequested()) {
            cancelHeard = true;
            inbox.put(Decision.cancel("temporal", "canceled in Temporal", null));
        }
    }

    private void show(Next next) {
        now = next;
        Workflow.setCurrentDetails(Standing.markdown(job, next));
        boolean attention = next instanceof Next.Wait wait && wait.reason() == WaitReason.PERSON;
        if (attention != attentionShown) {
            attentionShown = attention;
            Workflow.upsertTypedSearchAttributes(SearchAttributes.NEEDS_ATTENTION.valueSet(attention));
        }
    }

    @Override
    public void wake() {
        inbox.wake();
    }

    @Override
    public void cancel(Said said) {
        Said who = said == null ? new Said(null, null, null) : said;
        inbox.put(Decision.cancel(who.by(), who.reason(), who.requestId()));
    }

    @Override
    public void retry(Said said) {
        Said who = said == null ? new Said(null, null, null) : said;
        inbox.put(Decision.retry(who.by(), who.reason(), who.requestId()));
    }

    @Override
    public void adopt(SaidTask said) {
        if (said != null && said.remoteTaskId() != null) {
            inbox.put(Decision.adopt(said.by(), said.reason(), said.requestId(), said.remoteTaskId()));
        }
    }

    @Override
    public JobStanding status() {
        return Standing.of(job, now);
    }
}
