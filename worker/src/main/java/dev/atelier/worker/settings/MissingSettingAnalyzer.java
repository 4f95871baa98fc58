package dev.atelier.worker.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A missing setting is told in two lines, not in a stack trace. */
class MissingSettingAnalyzer extends AbstractFailureAnalyzer<MissingSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MissingSetting cause) {
        return new FailureAnalysis(cause.getMessage(), "./demo sets everything for you to look around.", cause);
    }
}
