package dev.atelier.providers;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;

/**
 * One protocol. Stateless, used by many threads, never repeats a request, and never throws for what a provider or a
 * network may do: that is what the outcomes are for.
 */
public interface Provider {

    /** The provider's name in rows, queues and addresses, such as {@code ark}. */
    String name();

    /** Sends once. */
    SubmitOutcome submit(Order order, Credential as);

    /** What became of these tasks of one account; a task that is missing from the answer was not seen. */
    Map<TaskId, Sighting> look(Set<TaskId> tasks, Credential as);

    /** The most tasks one look may name. */
    int tasksPerLook();

    /** What this speaks to takes an account's proxy with each request, and is itself called straight. */
    default boolean takesTheProxyAlong() {
        return false;
    }

    /** Whether a submit of this kind may be lost without a way to look for it, because the call itself is the job. */
    boolean synchronous(Order order);

    /** The provider has a list in which a lost request can be looked for. */
    interface Finds {

        /** @param since nothing older than this can be the lost request */
        Found find(Order lost, Instant since, Set<TaskId> known, Credential as);
    }

    /** The provider tells all tasks of an account, also those that no row of ours knows. */
    interface Lists {

        /** @param since nothing that was begun before this is asked for */
        Listing list(Instant since, Credential as);
    }

    /** There is a call that costs nothing and tells whether a credential is taken. */
    interface Checks {

        CredentialCheck check(Credential as);
    }

    /** The provider signs what it calls back with; of the others, the address alone vouches. */
    interface SignsCallbacks {

        CallbackCheck check(Callback callback, Credential as);
    }

    interface Cancels {

        /** Tries the provider's cancel once. */
        CancelOutcome cancel(TaskId task, Credential as);
    }
}
