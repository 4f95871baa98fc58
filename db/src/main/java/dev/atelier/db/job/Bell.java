package dev.atelier.db.job;

import java.util.List;

/**
 * Told after commit which jobs have something new in their rows. Ringing must not block: what is not rung now, the
 * telling loop rings later.
 */
public interface Bell {

    void ring(List<Tell> tells);
}
