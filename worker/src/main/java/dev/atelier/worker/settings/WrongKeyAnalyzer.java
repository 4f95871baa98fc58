package dev.atelier.worker.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import dev.atelier.db.secret.WrongKey;

/** A key that does not fit the database is told in a sentence, not as a stack trace. */
class WrongKeyAnalyzer extends AbstractFailureAnalyzer<WrongKey> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongKey cause) {
        return new FailureAnalysis(cause.getMessage(),
                "See 'Keys' in docs/operations.md: how a key is changed, and what to do when it is lost.", cause);
    }
}
