package dev.atelier.db.storyboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.atelier.db.job.NewJob;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.RecordStatus;

/** A job of a storyboard, with its attempts and what it made. */
record StoryboardJob(String id, String orgId, Kind kind, String model, JobStatus status, int priority, Input input,
        NewJob.Storyboard storyboard, String callbackUrl, String errorCode, String errorMessage, Instant startedAt,
        Instant completedAt, boolean parked, String createdBy, String canceledBy, List<Try> tries, List<Made> made) {

    private static final int LONGEST_NAME = 50;

    /** One submission that was given an account; {@code over}: it will bring nothing any more. */
    record Try(String accountId, Integer site, String sessionFingerprint, String remoteTaskId, String worker,
            boolean over) {
    }

    record Made(String assetId, String storageKey) {

        String url() {
            return "/v1/assets/" + assetId + "/content";
        }
    }

    Shot shot() {
        return new Shot(orgId, storyboard.projectId(), storyboard.storyboardId());
    }

    String liveKey() {
        return shot().liveKey();
    }

    RecordStatus recordStatus() {
        boolean between = !parked && !tries.isEmpty() && (status == JobStatus.QUEUED || tries.getLast().over());
        return RecordStatus.of(status, between);
    }

    Try lastTry() {
        return tries.isEmpty() ? null : tries.getLast();
    }

    /** The seed's original session: whose turn it was first, however often the account changed since. */
    String firstFingerprint() {
        return tries.isEmpty() ? null : tries.getFirst().sessionFingerprint();
    }

    /** From one site to another; a change of account within a site is none. */
    int siteSwitches() {
        List<Integer> sites = tries.stream().map(Try::site).filter(Objects::nonNull).toList();
        return (int) IntStream.range(1, sites.size()).filter(each -> !sites.get(each).equals(sites.get(each - 1)))
                .count();
    }

    /** A person who canceled it, else the worker that had it last, else who asked for it. */
    String updatedBy() {
        String worker = tries.isEmpty() ? null : tries.getLast().worker();
        String by = canceledBy != null ? canceledBy : worker != null ? worker : createdBy;
        return by == null || by.length() <= LONGEST_NAME ? by : by.substring(0, LONGEST_NAME);
    }

    Integer seconds() {
        return startedAt == null || completedAt == null
                ? null
                : (int) Math.min(Duration.between(startedAt, completedAt).toSeconds(), Integer.MAX_VALUE);
    }
}
