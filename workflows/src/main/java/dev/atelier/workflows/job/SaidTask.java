package dev.atelier.workflows.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As {@link Said}, with the provider's task that is to be taken as this job's. */
public record SaidTask(@JsonProperty("remote_task_id") String remoteTaskId, String by, String reason,
        @JsonProperty("request_id") String requestId) {
}
