package dev.atelier.workflows.job;

import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;

/** Says to a person what a job is doing. */
final class Standing {

    private Standing() {
    }

    static JobStanding of(JobRef job, Next now) {
        return switch (now) {
            case null -> new JobStanding(job.jobId(), "opening", null, null);
            case Next.Submit s -> new JobStanding(job.jobId(), "submit", null, "attempt " + s.attempt().attempt());
            case Next.Wait w -> new JobStanding(job.jobId(), "wait", w.reason().word(), w.detail());
            case Next.Convert c -> new JobStanding(job.jobId(), "convert", null, c.output().operation());
            case Next.Persist p -> new JobStanding(job.jobId(), "persist", null, null);
            case Next.Ended e -> new JobStanding(job.jobId(), "ended", null, e.end().status().word());
        };
    }

    static String markdown(JobRef job, Next next) {
        return switch (next) {
            case Next.Submit s -> "**Sending** attempt " + s.attempt().attempt() + " to `" + job.provider() + "`.";
            case Next.Wait w -> "**Waiting** for " + switch (w.reason()) {
                case LINE -> "a free slot";
                case PROVIDER -> "the provider";
                case PAUSE -> "the end of a pause";
                case PERSON -> "**a person**: signal `retry`, `adopt` or `cancel`";
            } + ". " + (w.detail() == null ? "" : w.detail());
            case Next.Convert c -> "**Converting**: `" + c.output().operation() + "`.";
            case Next.Persist p -> "**Fetching** the result of attempt " + p.attempt().attempt() + ".";
            case Next.Ended e -> "**" + e.end().status().word() + "** "
                    + (e.end().message() == null ? "" : e.end().message());
        };
    }
}
