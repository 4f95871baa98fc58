package dev.atelier.activities.tell;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.db.job.Tell;
import dev.atelier.db.job.Tellings;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.workflows.client.Doorbell;

/** Tells every job whose telling is due and was not done: a start that failed is one of them. */
@Component
class TellingLoop implements RunningLoop {

    private static final Logger log = LoggerFactory.getLogger(TellingLoop.class);
    private static final int BATCH = 100;

    private final Tellings tellings;
    private final Doorbell doorbell;

    TellingLoop(Tellings tellings, Doorbell doorbell) {
        this.tellings = tellings;
        this.doorbell = doorbell;
    }

    @Override
    public String name() {
        return "telling";
    }

    @Override
    public boolean round(LoopFigures figures) {
        List<Tell> due = tellings.due(AllOrganisations.forLoopsSchedulesAndAdmin(), BATCH);
        for (Tell tell : due) {
            try {
                RingingBell.ringNow(doorbell, tellings, tell);
                figures.count("told");
            } catch (RuntimeException notNow) {
                log.warn("job {} cannot be told yet: {}", tell.job().jobId(), notNow.toString());
                tellings.notTold(tell);
                figures.count("failed");
            }
        }
        return due.size() == BATCH;
    }
}
