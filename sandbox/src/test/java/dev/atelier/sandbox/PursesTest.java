package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PursesTest {
    private static final String PURSES = "/_sandbox/accounts";

    @TempDir
    Path state;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T15:59:00Z"));

    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void an_account_whose_credit_is_spent_is_refused_as_overdue_also_after_a_restart() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox(state, clock)) {
            purse(sandbox, "\"credit\":2,\"daily\":null");
            assertThat(sandbox.image("one").status()).isEqualTo(200);
            assertThat(sandbox.image("refused [sandbox submit=429]").status()).as("costs nothing").isEqualTo(429);
            assertThat(sandbox.image("two").status()).isEqualTo(200);
        }
        try (RunningSandbox sandbox = new RunningSandbox(state, clock)) {
            assertThat(sandbox.image("three").errorCode()).isEqualTo("AccountOverdueError");
            purse(sandbox, "\"credit\":1");
            assertThat(sandbox.image("paid up").status()).isEqualTo(200);
        }
    }

    @Test
    void a_daily_limit_comes_back_at_midnight_in_shanghai() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox(state, clock)) {
            purse(sandbox, "\"daily\":1");
            assertThat(sandbox.image("one").status()).isEqualTo(200);
            assertThat(sandbox.image("two").errorCode()).isEqualTo("QuotaExceeded");
            now.set(Instant.parse("2026-03-01T16:00:00Z"));
            assertThat(sandbox.image("three").status()).isEqualTo(200);
        }
    }

    @Test
    void a_purse_without_an_account_is_refused_with_a_reason() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox(state, clock)) {
            assertThat(sandbox.post(PURSES, null, "{\"provider\":\"ark\",\"credit\":1}").text()).contains("account");
            assertThat(sandbox.post(PURSES, null, "{\"provider\":\"ark\",\"account\":\"a-1\",\"credit\":-1}").status())
                    .isEqualTo(400);
        }
    }

    private static void purse(RunningSandbox sandbox, String limits) throws Exception {
        assertThat(sandbox.post(PURSES, null, "{\"provider\":\"ark\",\"account\":\"" + RunningSandbox.KEY + "\","
                + limits + "}").status()).isEqualTo(200);
    }
}
