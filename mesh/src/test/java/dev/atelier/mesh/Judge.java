package dev.atelier.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * usd-core, where it is at hand: the Python named by {@code -Datelier.test.judge}, else {@code .tools/judge/bin/python}
 * in the repository, else {@code python3} if that has it. To have it: {@code tools/judge}.
 */
public final class Judge {

    private static final Optional<String> PYTHON = find();

    private Judge() {
    }

    public static boolean isHere() {
        return PYTHON.isPresent();
    }

    private static Optional<String> find() {
        List<String> candidates = new ArrayList<>();
        String named = System.getProperty("atelier.test.judge");
        if (named != null) {
            candidates.add(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path python = at.resolve(".tools/judge/bin/python");
            if (Files.isExecutable(python)) {
                candidates.add(python.toString());
            }
        }
        candidates.add("python3");
        return candidates.stream().filter(each -> run(List.of(each, "-c", "from pxr import UsdValidation")).isPresent())
                .findFirst();
    }

    /** One finding a file, in order. */
    public static List<JsonNode> judge(List<Path> files) throws IOException {
        Path script = Files.createTempFile("judge", ".py");
        try (var source = Judge.class.getResourceAsStream("/judge.py")) {
            Files.write(script, source.readAllBytes());
            List<String> command = new ArrayList<>(List.of(PYTHON.orElseThrow(), script.toString()));
            files.forEach(each -> command.add(each.toString()));
            List<JsonNode> findings = new ArrayList<>();
            for (String line : run(command).orElseThrow().split("\n")) {
                findings.add(new ObjectMapper().readTree(line));
            }
            return findings;
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static Optional<String> run(List<String> command) {
        try {
            Path out = Files.createTempFile("judge", ".out");
            Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(240, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            String said = Files.readString(out);
            Files.delete(out);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
