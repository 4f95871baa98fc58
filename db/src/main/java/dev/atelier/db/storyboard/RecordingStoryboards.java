package dev.atelier.db.storyboard;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.job.JobChange;
import dev.atelier.db.job.JobListener;

/** Keeps the record that a storyboard has of its job; a later job of the same storyboard takes its place. */
@Component
class RecordingStoryboards implements JobListener {

    private final StoryboardJobs jobs;
    private final StoryboardRecords records;

    RecordingStoryboards(StoryboardJobs jobs, StoryboardRecords records) {
        this.jobs = jobs;
        this.records = records;
    }

    @Override
    public void changed(JobChange change) {
        Optional<StoryboardJob> found = jobs.find(change.jobId());
        found.ifPresent(job -> {
            if (!records.has(job)) {
                records.supersede(job, change.at());
                records.insert(job, change.at());
            }
            records.update(job, change.at());
        });
    }
}
