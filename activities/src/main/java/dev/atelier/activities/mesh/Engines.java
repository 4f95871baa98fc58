package dev.atelier.activities.mesh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.mesh.operate.Operation;
import dev.atelier.mesh.operate.Parameters;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.studio.Studio;

/** Which engine makes an output: the one that the order names, else the configured one where it can, else our own. */
public final class Engines {

    private static final Logger log = LoggerFactory.getLogger(Engines.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<Path> USUAL_PLACES = List.of(Path.of(".tools/studio/bin/python"));

    private final boolean usuallyStudio;
    private final CompletableFuture<Optional<Studio>> studio;

    /**
     * @param usual embedded or studio
     * @param python that has Blender as a module; null: looked for where tools/studio puts it
     */
    public Engines(String usual, Path python) {
        if (!"embedded".equals(usual) && !"studio".equals(usual)) {
            throw new IllegalArgumentException("atelier.conversions.engine must be embedded or studio, not " + usual);
        }
        usuallyStudio = "studio".equals(usual);
        studio = CompletableFuture.supplyAsync(() -> look(python));
    }

    private Optional<Studio> look(Path python) {
        Optional<Studio> found = Stream.concat(Stream.of(python).filter(Objects::nonNull), USUAL_PLACES.stream())
                .map(Path::toAbsolutePath).filter(Files::isExecutable).map(Studio::of).flatMap(Optional::stream)
                .findFirst();
        if (found.isPresent()) {
            log.info("engine studio: Blender {} of {}", found.get().version(), found.get().python());
        } else if (usuallyStudio || python != null) {
            log.warn("engine studio is configured, and there is no Blender: tools/studio fetches it");
        }
        return found;
    }

    /** @param python of Blender; null: our own engine */
    record Chosen(String name, String version, Path python) {
        private static final Chosen OURS = new Chosen("embedded", Engine.VERSION, null);
    }

    /** @throws RefusedModel TOOL_MISSING when the order names what is not here */
    Chosen choose(String operation, String parameters) throws JsonProcessingException {
        Optional<Operation> known = Operation.find(operation);
        if (known.isEmpty()) {
            return Chosen.OURS;
        }
        Parameters wanted = new Parameters(MAPPER.readTree(parameters));
        boolean usual = usuallyStudio && !wanted.namesEngine() && known.get().isForStudio(wanted);
        if (!wanted.byStudio() && !usual) {
            return Chosen.OURS;
        }
        Optional<Studio> found = studio.join();
        if (found.isEmpty() && wanted.byStudio()) {
            throw new RefusedModel(Problem.TOOL_MISSING, "engine studio is not on this machine: ask for embedded, or"
                    + " fetch it by tools/studio and say where it is by ATELIER_CONVERSIONS_STUDIO_PYTHON");
        }
        return found.map(each -> new Chosen("studio", each.version() + "/" + Engine.VERSION, each.python()))
                .orElse(Chosen.OURS);
    }
}
