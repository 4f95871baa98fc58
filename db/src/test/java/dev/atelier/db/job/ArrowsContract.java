package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.RestoringAttempts;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.FailureTable;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.provider.TaskId;

/** Every pair of states: an arrow that is drawn moves its row once, one that is not drawn leaves it as it was. */
abstract class ArrowsContract extends JobContract {

    private static final String ACCOUNT = "01890000-0000-7000-8000-000000000001";

    static Stream<Arguments> pairs() {
        return Arrays.stream(SubmissionState.values()).flatMap(
                from -> Arrays.stream(SubmissionState.values()).map(to -> Arguments.of(from, to)));
    }

    /** All that lead to a state. GRANTED is the line's own, and nothing leads back to WAITING. */
    private Map<SubmissionState, List<Predicate<SubmissionRow>>> arrows() {
        Ledger ledger = db.get(Ledger.class);
        RestoringAttempts restoring = db.get(RestoringAttempts.class);
        Failure failure = Failure.of(ErrorKind.GENERATION_FAILED, "no");
        Map<SubmissionState, List<Predicate<SubmissionRow>>> arrows = new EnumMap<>(SubmissionState.class);
        arrows.put(SubmissionState.SENDING, List.of(row -> ledger.sending(row.id(), now().plusSeconds(10), "w")));
        arrows.put(SubmissionState.SENT,
                List.of(row -> ledger.sent(row, new TaskId("t" + row.id()), now(), now().plusSeconds(60)),
                        row -> restoring.sent(row, ACCOUNT, new TaskId("t" + row.id()), now(), now())));
        arrows.put(SubmissionState.AMBIGUOUS,
                List.of(row -> ledger.ambiguous(row.id(), "timeout", "no answer", now(), now()),
                        row -> restoring.unknown(row, "restored")));
        arrows.put(SubmissionState.MADE, List.of(row -> ledger.made(row.id(), "[]", null, Map.of())));
        arrows.put(SubmissionState.FAILED, List.of(row -> ledger.failed(row.id(), failure, Phase.LOOK,
                FailureTable.verdict(failure, Phase.LOOK))));
        arrows.put(SubmissionState.NOT_SENT, List.of(row -> ledger.notSent(row.id(), failure,
                FailureTable.verdict(failure, Phase.SUBMIT))));
        arrows.put(SubmissionState.WITHDRAWN, List.of(row -> ledger.withdrawn(row.id())));
        arrows.put(SubmissionState.WRITTEN_OFF, List.of(row -> ledger.writtenOff(row.id())));
        return arrows;
    }

    private SubmissionRow standing(SubmissionState state) {
        String id = Ids.next();
        db.sql().sql("""
                insert into submissions (id, job_id, attempt, org_id, provider, model, medium, priority, start_tag,
                    line, state, account_id, open_key, created_at, updated_at)
                values (:id, :job, 1, :org, 'ark', 'm', 'video', 5, 1, :line, :state, :account, :open, :now, :now)
                """).param("id", id).param("job", id).param("org", org)
                .param("line", state == SubmissionState.WAITING ? "l" : null).param("state", state.word())
                .param("account", ACCOUNT).param("open", state.ended() ? null : id)
                .param("now", db.get(dev.atelier.db.dialect.Dialect.class).instant(now())).update();
        return db.get(Ledger.class).byId(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void an_arrow_moves_a_row_only_where_it_is_drawn(SubmissionState from, SubmissionState to) {
        List<Predicate<SubmissionRow>> arrows = arrows().getOrDefault(to, List.of());
        boolean moved = false;
        for (Predicate<SubmissionRow> arrow : arrows) {
            SubmissionRow row = standing(from);
            boolean said = arrow.test(row);
            SubmissionRow after = db.get(Ledger.class).byId(row.id()).orElseThrow();
            assertThat(after.state()).isEqualTo(said ? to : from);
            if (!said) {
                assertThat(after).as("left as it was").isEqualTo(row);
            } else if (from != to) {
                assertThat(arrow.test(row)).as("a second time").isFalse();
            }
            moved |= said;
        }
        boolean drawnHere = from.mayBecome(to) && to != SubmissionState.GRANTED;
        assertThat(moved).isEqualTo(drawnHere);
    }

    @Test
    void of_many_that_end_an_attempt_at_once_one_does() throws Exception {
        SubmissionRow row = standing(SubmissionState.SENT);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> ends = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(
                    i -> () -> i % 2 == 0
                            ? db.get(Ledger.class).made(row.id(), "[]", null, Map.of())
                            : arrows().get(SubmissionState.FAILED).getFirst().test(row))
                    .toList();
            int moved = 0;
            for (Future<Boolean> end : threads.invokeAll(ends)) {
                moved += end.get() ? 1 : 0;
            }
            assertThat(moved).isEqualTo(1);
        }
    }

    @Test
    void while_submits_are_held_no_intent_is_possible() {
        account("k1", 1, 0);
        var job = post(VIDEO);
        var attempt = granted(job);
        var holds = db.get(dev.atelier.db.attempt.SubmitHolds.class);
        holds.hold("recover", "the database was restored");
        holds.hold("recover", "again");
        assertThat(db.get(SendingAttempts.class).intend(attempt, "w")).isEmpty();
        assertThat(open(job)).isInstanceOfSatisfying(dev.atelier.domain.job.Next.Wait.class, wait -> {
            assertThat(wait.detail()).contains("the database was restored");
            assertThat(wait.atMost()).isEqualTo(Duration.ofMinutes(30));
        });
        assertThat(holds.release("recover")).isTrue();
        assertThat(db.get(SendingAttempts.class).intend(attempt, "w")).isPresent();
    }
}
