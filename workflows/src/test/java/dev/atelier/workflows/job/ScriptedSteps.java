package dev.atelier.workflows.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.OutputRef;

import io.temporal.activity.Activity;

/** Steps that answer from a script: the walk is tested here, what the rows decide is tested with the rows. */
final class ScriptedSteps implements Rows, Submitting, Persisting, Converting {

    final Deque<Next> script = new ArrayDeque<>();
    final List<String> done = new CopyOnWriteArrayList<>();

    ScriptedSteps(Next... nexts) {
        script.addAll(List.of(nexts));
    }

    /** So many steps in the rows fail first, as while a database is away. */
    final AtomicInteger away = new AtomicInteger();

    private synchronized Next next(String what) {
        done.add(what);
        if (!what.equals("submit") && !what.equals("persist") && away.getAndDecrement() > 0) {
            throw new IllegalStateException("the database is away");
        }
        return script.size() == 1 ? script.peek() : script.poll();
    }

    @Override
    public Next open(JobRef job) {
        return next("open");
    }

    @Override
    public Next look(JobRef job, Decision decision) {
        return next("look " + decision.verb().word());
    }

    @Override
    public Next submit(AttemptRef attempt) {
        return next("submit");
    }

    /** A slow one goes on until nobody waits for it any more. */
    @Override
    public Next convert(OutputRef output) {
        while (output.operation().equals(Story.SLOW)) {
            Activity.getExecutionContext().heartbeat(null);
            pause();
        }
        return next("convert");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    @Override
    public Next persist(AttemptRef attempt) {
        return next("persist");
    }
}
