package dev.atelier.domain.job;

import dev.atelier.domain.Word;

/** What a job waits for: a slot, the provider, the end of a pause, a person. */
public enum WaitReason implements Word {
    LINE, PROVIDER, PAUSE, PERSON
}
