package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.job.Medium;

abstract class CoolingDownContract extends PoolContract {

    private AccountView account;

    @BeforeEach
    void restingAccount() {
        account = created(account("session-cool"));
        db.get(RecordingLines.class).calls.clear();
    }

    private void rests(String medium, int status, String reason, long seconds) {
        db.sql().sql("""
                update jimeng_accounts
                   set image_generation_status = ?, image_unavailable_reason = ?, image_unavailable_time = ?,
                       image_unavailable_until = ?
                 where id = ?
                """.replace("image_", medium + "_")).param(status).param(reason)
                .param(db.get(Dialect.class).instant(db.clock().instant()))
                .param(db.get(Dialect.class).instant(db.clock().instant().plusSeconds(seconds))).param(account.id())
                .update();
    }

    private int end(long seconds) {
        return db.get(CoolingDown.class).end(db.clock().instant().plusSeconds(seconds));
    }

    private MediumStatus status(Medium medium) {
        return now(account).media().get(medium).status();
    }

    @Test
    void a_rest_ends_at_its_time_and_not_before() {
        rests("image", 2, "rate", 60);

        assertThat(end(59)).isZero();
        assertThat(db.get(RecordingLines.class).calls).isEmpty();
        assertThat(end(60)).isEqualTo(1);
        assertThat(end(60)).isZero();

        assertThat(status(Medium.IMAGE)).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(now(account).media().get(Medium.IMAGE).unavailableUntil()).isNull();
        assertThat(db.get(RecordingLines.class).calls).containsExactly("lock ark", "serve ark");
    }

    @Test
    void each_medium_rests_for_itself() {
        rests("video", 0, "quota", 60);
        rests("mesh", 2, "rate", 120);

        assertThat(end(60)).isEqualTo(1);
        assertThat(status(Medium.VIDEO)).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(status(Medium.MESH)).isEqualTo(MediumStatus.RATE_LIMITED);
    }

    @Test
    void what_a_person_must_look_at_does_not_end_by_itself() {
        rests("image", 0, "risk", 60);
        rests("video", 0, "auth", 60);

        assertThat(end(3600)).isZero();
        assertThat(status(Medium.IMAGE)).isEqualTo(MediumStatus.UNAVAILABLE);
    }
}
