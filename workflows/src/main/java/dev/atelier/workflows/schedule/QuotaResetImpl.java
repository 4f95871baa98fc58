package dev.atelier.workflows.schedule;

public final class QuotaResetImpl implements QuotaReset {

    @Override
    public int reset(String zone) {
        return Chores.stub("reset quotas, " + zone).resetQuotas(zone);
    }
}
