package dev.atelier.db.storyboard;

import org.springframework.stereotype.Component;

import dev.atelier.db.job.JobChange;
import dev.atelier.db.job.JobListener;

/**
 * Keeps the record that a storyboard has of its job, and the studio's row of the shot, in the job's own transaction. A
 * later job of the same storyboard takes the record's place: of two at once, the one that gets the shot's lock last.
 */
@Component
class RecordingStoryboards implements JobListener {

    private final StoryboardJobs jobs;
    private final StoryboardRecords records;
    private final ShotRows shots;
    private final SyncedShots synced;
    private final Projecting projecting;

    RecordingStoryboards(StoryboardJobs jobs, StoryboardRecords records, ShotRows shots, SyncedShots synced,
            Projecting projecting) {
        this.jobs = jobs;
        this.records = records;
        this.shots = shots;
        this.synced = synced;
        this.projecting = projecting;
    }

    @Override
    public void changed(JobChange change) {
        jobs.find(change.jobId()).ifPresent(job -> {
            Shot shot = job.shot();
            synced.lock(shot);
            if (!records.has(job)) {
                shots.begin(shot, job.storyboard());
                records.supersede(job, change.at());
                records.insert(job, shots.said(shot).orElseThrow(), change.at());
            }
            records.update(job, change.at());
            projecting.project(shot, job.kind(), change.at());
        });
    }
}
