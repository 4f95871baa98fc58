package dev.atelier.domain.job;

/**
 * How a job ended. {@code code} is null exactly when it succeeded; otherwise one of the error codes of the API.
 */
public record JobEnd(JobStatus status, String code, String message) {

    public static JobEnd succeeded() {
        return new JobEnd(JobStatus.SUCCEEDED, null, null);
    }

    public static JobEnd failed(String code, String message) {
        return new JobEnd(JobStatus.FAILED, code, message);
    }

    public static JobEnd canceled(String code, String message) {
        return new JobEnd(JobStatus.CANCELED, code, message);
    }
}
