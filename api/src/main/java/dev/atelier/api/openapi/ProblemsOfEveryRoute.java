package dev.atelier.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springdoc.core.customizers.OpenApiCustomizer;

import dev.atelier.api.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** Says of every route what it may refuse, so that no controller has to repeat it. */
class ProblemsOfEveryRoute implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> possible(path, method, operation).forEach(
                        (status, meaning) -> add(operation, status, meaning))));
    }

    private static Map<String, String> possible(String path, PathItem.HttpMethod method, Operation operation) {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("400", "The request cannot be understood");
        problems.put("401", "No key, or one that is unknown, revoked or expired");
        problems.put("403", "The key lacks a scope");
        if (path.contains("{")) {
            problems.put("404", "You have no such thing");
        }
        if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PATCH) {
            problems.put("413", "Too large");
            problems.put("415", "Not the media type this route takes");
            problems.put("422", "Understood, and not possible: errors[] says why");
        }
        problems.put("500", "Our mistake");
        problems.put("503", "The database does not answer; nothing was lost, send it again");
        return problems;
    }

    private static void add(Operation operation, String status, String meaning) {
        ApiResponse response = operation.getResponses().computeIfAbsent(status,
                absent -> new ApiResponse().description(meaning));
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        response.setContent(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
