package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

/** Two people change what both have read: the second is told, and the first one's change stays. */
abstract class RacingChangesContract extends PoolContract {

    @Test
    void of_two_changes_at_once_one_is_made_and_one_is_stale() throws Exception {
        AccountView account = created(account("session-raced"));
        for (int round = 0; round < 20; round++) {
            AccountView before = now(account);
            CyclicBarrier start = new CyclicBarrier(2);
            try (ExecutorService people = Executors.newFixedThreadPool(2)) {
                List<Future<AccountAnswer>> answers = List.of("one", "two").stream().map(name -> people.submit(() -> {
                    start.await();
                    return pool().change(LEAVE, account.id(), new AccountChange(before.version(), name, null, null,
                            null, null, null, null, null, null, name));
                })).toList();
                AccountAnswer one = answers.get(0).get();
                AccountAnswer two = answers.get(1).get();

                assertThat(List.of(one, two)).hasAtLeastOneElementOfType(AccountAnswer.Done.class)
                        .hasAtLeastOneElementOfType(AccountAnswer.Stale.class);
                assertThat(now(account).account()).isEqualTo(one instanceof AccountAnswer.Done ? "one" : "two");
                assertThat(now(account).version()).isEqualTo(before.version() + 1);
            }
        }
    }
}
