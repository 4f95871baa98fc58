package dev.atelier.embedded.testbed;

import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.process.Launch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A command of the shipped jar, a process of its own, with the settings of a worker of this house. */
public final class OperatorCommand {
    private final Place place;

    public OperatorCommand(Place place) {
        this.place = place;
    }

    /** @param status what the process ended with */
    public record Said(int status, String text) {
    }

    public Said run(String... words) {
        Launch worker = Launch.keptIn(place.run(), "worker-1").orElseThrow();
        List<String> command = new ArrayList<>(worker.command());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File(worker.directory()))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(worker.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
