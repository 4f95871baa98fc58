package dev.atelier.domain.job;

import dev.atelier.domain.Word;

/** What an account of the pool makes; status, counters and slots are kept per medium. */
public enum Medium implements Word {
    IMAGE, VIDEO, MESH
}
