package dev.atelier.providers.talk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;

/** Looks at tasks one by one, where a provider has no call for many. */
public final class Looking {

    private Looking() {
    }

    /** @param each empty when the provider says that there is no such task */
    public static Map<TaskId, Sighting> oneByOne(Set<TaskId> wanted, Function<TaskId, Optional<Sighting>> each) {
        Map<TaskId, Sighting> seen = new HashMap<>();
        for (TaskId task : wanted) {
            each.apply(task).ifPresent(sighting -> seen.put(task, sighting));
        }
        return seen;
    }

    /** Nothing is concluded from an answer that was not understood. */
    public static Sighting unreadable(Spoken spoken) {
        return new Sighting.Unreadable(Failure.of(ErrorKind.PROVIDER_ERROR, switch (spoken.reply()) {
            case Reply.Heard heard -> "the look was answered HTTP " + heard.status() + ", not as documented";
            case Reply.Lost lost -> lost.why();
            case Reply.NeverLeft never -> never.why();
        }));
    }
}
