package dev.atelier.db.job;

import org.springframework.stereotype.Component;

@Component
public class PostingJobs {

    public Posted post(NewJob job) {
        throw new IllegalStateException("not yet");
    }
}
