package dev.atelier.activities.mesh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.db.job.OutputRules;
import dev.atelier.mesh.image.ImageOperation;
import dev.atelier.mesh.operate.Operation;
import dev.atelier.mesh.operate.Parameters;
import dev.atelier.mesh.problem.RefusedModel;

/** Asks the makers before a job is stored: what they would refuse later is refused at once. */
public final class CheckingOutputs implements OutputRules {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Verdict judge(String kind, String operation, String parameters) {
        try {
            return new Verdict(null, makes(kind, operation, MAPPER.readTree(parameters)));
        } catch (RefusedModel refused) {
            return new Verdict(refused.getMessage(), null);
        } catch (JsonProcessingException unreadable) {
            return new Verdict("its parameters are no JSON object", null);
        }
    }

    private static String makes(String kind, String operation, JsonNode parameters) {
        return switch (kind) {
            case "image" -> {
                ImageOperation.of(operation).check(new Parameters(parameters));
                yield "image";
            }
            case "video" -> VideoWish.of(operation, parameters).poster() ? "image" : null;
            default -> {
                Operation.of(operation).check(new Parameters(parameters));
                yield switch (operation) {
                    case "analyze" -> null;
                    case "render_preview", "render_turntable" -> "image";
                    default -> "mesh";
                };
            }
        };
    }
}
