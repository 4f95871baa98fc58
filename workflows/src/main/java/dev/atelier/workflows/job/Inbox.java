package dev.atelier.workflows.job;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.atelier.domain.job.Decision;

/** What came from outside and was not yet looked at. */
final class Inbox {

    /** More than this at once is somebody's loop; the newest are dropped, the job still looks at its rows. */
    private static final int MOST = 100;

    private final Deque<Decision> decisions = new ArrayDeque<>();
    private boolean woken;

    void wake() {
        woken = true;
    }

    void put(Decision decision) {
        if (decisions.size() < MOST) {
            decisions.add(decision);
        }
    }

    boolean hasNews() {
        return woken || hasDecision();
    }

    boolean hasDecision() {
        return !decisions.isEmpty();
    }

    /** The oldest decision, or none. Whoever takes it looks at the rows, so a wake is answered as well. */
    Decision take() {
        woken = false;
        return hasDecision() ? decisions.poll() : Decision.NONE;
    }
}
