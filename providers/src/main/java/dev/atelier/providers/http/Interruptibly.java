package dev.atelier.providers.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.atelier.domain.failure.ErrorKind;
import okhttp3.Call;

/**
 * A thread that reads from a socket does not feel an interrupt, and an image may take ten minutes: the call goes on in a
 * thread of its own, so that a worker that stops can give it up at once.
 */
final class Interruptibly {

    private static final Duration MOST_AFTER_CANCEL = Duration.ofSeconds(5);
    private static final String STOPPED = "given up before an answer came, because this worker stops";

    // Platform threads: a slow name server would hold the few carriers of virtual ones.
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("wire-", 0).daemon().factory());

    Reply of(Call call, Callable<Reply> talk) {
        Future<Reply> reply = threads.submit(talk);
        try {
            return reply.get();
        } catch (InterruptedException stop) {
            call.cancel();
            try {
                return givenUp(reply);
            } finally {
                Thread.currentThread().interrupt();
            }
        } catch (ExecutionException error) {
            throw new IllegalStateException("a call ended in an error", error.getCause());
        }
    }

    /** The call's own thread knows whether anything had left; where it does not say so soon, nothing is proven. */
    private static Reply givenUp(Future<Reply> canceled) {
        try {
            return switch (canceled.get(MOST_AFTER_CANCEL.toMillis(), TimeUnit.MILLISECONDS)) {
                case Reply.Heard heard -> heard;
                case Reply.Lost lost -> new Reply.Lost(ErrorKind.TIMEOUT, STOPPED, lost.status());
                case Reply.NeverLeft never -> never;
            };
        } catch (InterruptedException | ExecutionException | TimeoutException unknown) {
            return new Reply.Lost(ErrorKind.TIMEOUT, STOPPED, 0);
        }
    }
}
