package dev.atelier.embedded.testbed;

import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.temporal.Temporal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's command line. */
public final class TemporalCommand {
    private final Wiring wiring;

    public TemporalCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    public JsonNode json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--output", "json"));
        return JsonMapper.shared().readTree(run(all.toArray(String[]::new)));
    }

    /** What it prints; it must end with status 0. */
    public String run(String... words) {
        List<String> command = new ArrayList<>(List.of(((Temporal.DevServer) wiring.choice()).cli().toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--address", wiring.temporal(), "--color", "never"));
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0)
                throw new AssertionError(command + ": " + complaint + said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Events of the workflow's only run. */
    public List<String> events(Jobs.Posted job) {
        JsonNode history = json("workflow", "show", "--workflow-id", job.workflowId());
        List<String> types = new ArrayList<>();
        history.path("events").forEach(event -> types.add(event.path("eventType").asString()));
        return types;
    }
}
