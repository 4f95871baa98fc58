package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import dev.atelier.sandbox.http.Request;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which tasks a list call wants: filters first, then one page. */
record TaskList(int page, int size, Optional<String> status, Optional<String> model, Set<String> ids) {
    private static final int USUAL_SIZE = 20;

    static TaskList read(Request request) {
        return new TaskList(number(request, "page_num", 1, 1, 500), number(request, "page_size", USUAL_SIZE, 1, 500),
                request.parameter("filter.status"), request.parameter("filter.model"),
                new LinkedHashSet<>(request.parameters("filter.task_ids").stream()
                        .flatMap(ids -> Stream.of(ids.split(","))).filter(id -> !id.isBlank()).toList()));
    }

    List<Task> matching(Tasks tasks, Key key, Instant now) {
        List<Task> candidates = ids.isEmpty()
                ? tasks.of(key)
                : ids.stream().flatMap(id -> tasks.find(key, id).stream())
                        .sorted((one, other) -> Long.compare(other.createdAt(), one.createdAt())).toList();
        return candidates.stream()
                .filter(task -> status.isEmpty() || TaskJson.word(task.status(now)).equals(status.get()))
                .filter(task -> model.isEmpty() || task.model().equals(model.get()))
                .toList();
    }

    List<Task> page(List<Task> matching) {
        return matching.stream().skip((long) (page - 1) * size).limit(size).toList();
    }

    private static int number(Request request, String name, int usual, int least, int most) {
        Optional<String> given = request.parameter(name);
        if (given.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(given.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below like a number out of range.
        }
        throw new Refused(ArkRefusal.invalid(name, "it must be an integer from " + least + " to " + most).reply());
    }
}
