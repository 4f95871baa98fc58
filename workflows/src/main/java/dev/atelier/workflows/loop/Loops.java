package dev.atelier.workflows.loop;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface Loops {

    /** Runs a loop for about half an hour. */
    void run(String name);
}
