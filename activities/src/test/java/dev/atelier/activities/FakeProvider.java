package dev.atelier.activities;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;

/** Answers at once with the file at the address that its prompt is, else with a pixel. */
final class FakeProvider implements Provider {

    static final byte[] PIXEL = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4"
            + "2mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

    private final String name;
    private final AtomicInteger submits = new AtomicInteger();

    FakeProvider(String name) {
        this.name = name;
    }

    int submits() {
        return submits.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SubmitOutcome submit(Order order, Credential as) {
        submits.incrementAndGet();
        String prompt = order.input().prompt();
        ResultFile file = prompt.contains(":")
                ? ResultFile.main(prompt)
                : new ResultFile("main", null, Base64.getEncoder().encodeToString(PIXEL));
        return new SubmitOutcome.Answered(new Finished.Success(new Made(List.of(file), Map.of())),
                new Exchange("submit", Instant.now(), Instant.now(), 200, "{}", "{}", null, null));
    }

    @Override
    public Map<TaskId, Sighting> look(Set<TaskId> tasks, Credential as) {
        return Map.of();
    }

    @Override
    public int tasksPerLook() {
        return 1;
    }

    @Override
    public boolean synchronous(Order order) {
        return true;
    }
}
