package dev.atelier.workflows;

/** Where work waits for workers. */
public final class TaskQueues {

    /** Workflows of jobs and their short database steps. */
    public static final String JOBS = "jobs";
    /** Transfers of results. */
    public static final String MEDIA = "media";
    /** Conversions: they need a processor each, so few at once. */
    public static final String CONVERT = "convert";
    /** The watch, telling and delivery loops, housekeeping and quota resets, workflows and steps. */
    public static final String LOOPS = "loops";

    private TaskQueues() {
    }

    /** Outbound calls to one provider; rate-limited by the server. */
    public static String ofProvider(String provider) {
        return "provider-" + provider;
    }
}
