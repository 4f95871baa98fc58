package dev.atelier.activities.mesh;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.db.job.OutputRules;
import dev.atelier.mesh.operate.Operation;
import dev.atelier.mesh.operate.Parameters;
import dev.atelier.mesh.problem.RefusedModel;

/** Asks the library before a job is stored: what it would refuse later is refused at once. */
public final class CheckingOutputs implements OutputRules {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Optional<String> wrong(String operation, String parameters) {
        try {
            Operation.of(operation).check(new Parameters(MAPPER.readTree(parameters)));
            return Optional.empty();
        } catch (RefusedModel refused) {
            return Optional.of(refused.getMessage());
        } catch (JsonProcessingException unreadable) {
            return Optional.of("its parameters are no JSON object");
        }
    }
}
