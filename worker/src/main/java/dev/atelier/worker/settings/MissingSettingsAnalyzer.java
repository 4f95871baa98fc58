package dev.atelier.worker.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Missing settings are told as a list, not as a stack trace. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MissingSettings cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Set them in the environment. To look around first: ./demo sets everything by itself.", cause);
    }
}
