package dev.atelier.db.job;

/** Told of each change of a job inside its transaction: a new projection is one more class. */
public interface JobListener {

    void changed(JobChange change);
}
