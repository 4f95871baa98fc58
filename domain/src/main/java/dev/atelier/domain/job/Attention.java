package dev.atelier.domain.job;

import dev.atelier.domain.Word;

/** Why a job is parked until a person decides. */
public enum Attention implements Word {
    /** The request may have been accepted and cannot be looked up. */
    OUTCOME_UNKNOWN,
    /** The provider no longer knows a task it had accepted. */
    TASK_NOT_FOUND,
    /** The model's longest run time passed without an end. */
    NO_END_KNOWN,
    /** The deadline passed after something may have been paid for. */
    DEADLINE_EXCEEDED,
    /** What failed may have been billed; sending again would pay again. */
    MAYBE_BILLED,
    /** The database was restored from a backup; whether this was sent since is not known. */
    RESTORED
}
