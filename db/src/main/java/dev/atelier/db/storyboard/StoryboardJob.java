package dev.atelier.db.storyboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.atelier.db.job.NewJob;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

/** A job of a storyboard, with its attempts and what it made. */
record StoryboardJob(String id, String orgId, Kind kind, String model, JobStatus status, int priority, Input input,
        NewJob.Storyboard storyboard, String callbackUrl, String errorCode, String errorMessage, Instant startedAt,
        Instant completedAt, String createdBy, List<Try> tries, List<Made> made) {

    /** One submission that was given an account. */
    record Try(String accountId, Integer site, String sessionFingerprint, String remoteTaskId) {
    }

    record Made(String assetId, String storageKey) {

        String url() {
            return "/v1/assets/" + assetId + "/content";
        }
    }

    /** Unique among live records. The separator is escaped, for these ids are the caller's. */
    String liveKey() {
        return orgId + "|" + escaped(storyboard.projectId()) + "|" + escaped(storyboard.storyboardId());
    }

    private static String escaped(String id) {
        return id.replace("\\", "\\\\").replace("|", "\\|");
    }

    /** The seed's codes, and 5 for canceled. Waiting for another go after a first one is its 4, retrying. */
    int statusCode() {
        return switch (status) {
            case PENDING -> 0;
            case QUEUED -> tries.isEmpty() ? 0 : 4;
            case RUNNING -> 1;
            case SUCCEEDED -> 2;
            case FAILED -> 3;
            case CANCELED -> 5;
        };
    }

    Try lastTry() {
        return tries.isEmpty() ? null : tries.getLast();
    }

    int siteSwitches() {
        int switches = 0;
        for (int each = 1; each < tries.size(); each++) {
            Integer before = tries.get(each - 1).site();
            if (before != null && !before.equals(tries.get(each).site())) {
                switches++;
            }
        }
        return switches;
    }

    Integer seconds() {
        return startedAt == null || completedAt == null
                ? null
                : (int) Math.min(Duration.between(startedAt, completedAt).toSeconds(), Integer.MAX_VALUE);
    }
}
