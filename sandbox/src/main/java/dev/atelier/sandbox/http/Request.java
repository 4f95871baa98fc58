package dev.atelier.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import dev.atelier.sandbox.state.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole request, its body already read. */
public record Request(String method, String path, Map<String, List<String>> query, Headers headers, byte[] body) {

    public boolean is(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path.equals(wantedPath);
    }

    /** The first value of a query parameter; an empty one counts as absent. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The body as JSON, or a missing node when it is none. */
    public JsonNode json() {
        try {
            return Json.read(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
