package dev.atelier.workflows.job;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;

/** What every job understands from outside, by REST, CLI and Web UI alike. */
public interface JobSignals {

    /** There is something new in the job's rows. Carries no facts. */
    @SignalMethod
    void wake();

    @SignalMethod
    void cancel(Said said);

    @SignalMethod
    void retry(Said said);

    @SignalMethod
    void adopt(SaidTask said);

    @QueryMethod
    JobStanding status();
}
