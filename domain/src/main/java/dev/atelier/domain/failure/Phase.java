package dev.atelier.domain.failure;

import dev.atelier.domain.Word;

/** Where it failed. */
public enum Phase implements Word {
    SUBMIT, LOOK, FETCH
}
