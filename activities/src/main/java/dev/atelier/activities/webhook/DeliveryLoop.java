package dev.atelier.activities.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.webhook.DeliveringWebhooks;
import dev.atelier.db.webhook.Delivery;

/** Sends what is due to be announced, a bounded number at once; each try is a row. */
@Component
class DeliveryLoop implements RunningLoop {

    private static final int BATCH = 32;

    private final DeliveringWebhooks delivering;
    private final SendingWebhooks sending;

    DeliveryLoop(DeliveringWebhooks delivering, SendingWebhooks sending) {
        this.delivering = delivering;
        this.sending = sending;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public boolean round(LoopFigures figures) {
        List<Delivery> due = delivering.due(AllOrganisations.forLoopsSchedulesAndAdmin(), BATCH);
        List<Future<DeliveringWebhooks.Came>> tries = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(delivery -> tries.add(senders.submit(() -> sending.send(delivery))));
        }
        tries.forEach(each -> figures.count(outcome(each)));
        return due.size() == BATCH;
    }

    private static String outcome(Future<DeliveringWebhooks.Came> attempt) {
        try {
            return attempt.get().name().toLowerCase(java.util.Locale.ROOT);
        } catch (ExecutionException | InterruptedException notRecorded) {
            return "troubles";
        }
    }
}
