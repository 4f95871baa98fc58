package dev.atelier.db.account;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers who locked and served which line, and insists on a transaction. */
@Primary
class RecordingLines implements Lines {

    final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public void lock(String provider) {
        note("lock " + provider);
    }

    @Override
    public void serve(String provider) {
        note("serve " + provider);
    }

    private void note(String call) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(call + " outside of a transaction");
        }
        calls.add(call);
    }
}
