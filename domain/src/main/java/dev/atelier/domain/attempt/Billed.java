package dev.atelier.domain.attempt;

import dev.atelier.domain.Word;

/** Whether a provider has charged for an attempt, as far as is known. */
public enum Billed implements Word {
    NO, MAYBE, YES
}
