package dev.atelier.providers.ark;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.*;
import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.databind.node.*;
import dev.atelier.domain.failure.*;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.*;
import dev.atelier.providers.Provider;

public final class Ark implements Provider {
    private final ObjectMapper m = new ObjectMapper();
    private final HttpClient c = HttpClient.newHttpClient();
    public String name() {
        return "ark";
    }
    public int tasksPerLook() {
        return 500;
    }
    public boolean synchronous(Order o) {
        return o.kind() == Kind.IMAGE;
    }
    private Exchange ex(String op, Instant t, int s) {
        return new Exchange(op, t, Instant.now(), s, "{}", "{}", null, null);
    }
    public SubmitOutcome submit(Order o, Credential as) {
        Instant t = Instant.now();
        try {
            ObjectNode b = m.createObjectNode().put("model", o.model());
            String path;
            if (o.kind() == Kind.IMAGE) {
                path = "/images/generations";
                b.put("prompt", o.input().prompt()).put("size", "1024x1024").put("output_format", "png");
            } else {
                path = "/contents/generations/tasks";
                b.put("safety_identifier", o.marker());
                var ct = b.putArray("content");
                ct.addObject().put("type", "text").put("text",
                        String.valueOf(o.input().prompt()) + (o.kind() == Kind.MESH ? " --fileformat glb" : ""));
                for (String i : o.images())
                    ct.addObject().put("type", "image_url").putObject("image_url").put("url", i);
                if (o.input().duration() != null)
                    b.put("duration", o.input().duration());
            }
            var r = c.send(
                    HttpRequest.newBuilder(URI.create(as.baseUrl() + path))
                            .header("Authorization", "Bearer " + as.secret()).header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(b.toString())).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (r.statusCode() != 200)
                return new SubmitOutcome.NotSent(Failure.of(ErrorKind.RATE_LIMIT, r.body()),
                        ex("submit", t, r.statusCode()));
            JsonNode j = m.readTree(r.body());
            if (o.kind() == Kind.IMAGE)
                return new SubmitOutcome.Answered(
                        new Finished.Success(new Made(List.of(ResultFile.main(j.at("/data/0/url").asText())),
                                Map.of("image", BigDecimal.ONE))),
                        ex("submit", t, 200));
            return new SubmitOutcome.Accepted(new TaskId(j.get("id").asText()), ex("submit", t, 200));
        } catch (Exception e) {
            return new SubmitOutcome.Ambiguous(Failure.of(ErrorKind.TIMEOUT, e.toString()), ex("submit", t, 0));
        }
    }
    public Map<TaskId, Sighting> look(Set<TaskId> tasks, Credential as) {
        Map<TaskId, Sighting> out = new HashMap<>();
        for (TaskId id : tasks)
            try {
                Instant t = Instant.now();
                var r = c.send(
                        HttpRequest.newBuilder(URI.create(as.baseUrl() + "/contents/generations/tasks/" + id))
                                .header("Authorization", "Bearer " + as.secret()).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (r.statusCode() == 404)
                    continue;
                JsonNode j = m.readTree(r.body());
                String s = j.get("status").asText();
                switch (s) {
                    case "succeeded" -> {
                        String u = j.at("/content/video_url").asText("");
                        if (u.isEmpty())
                            u = j.at("/content/file_url").asText();
                        out.put(id,
                                new Sighting.Ended(s, new Finished.Success(
                                        new Made(List.of(ResultFile.main(u)), Map.of("tokens", new BigDecimal(1000)))),
                                        ex("look", t, 200)));
                    }
                    case "failed", "cancelled" -> out.put(id, new Sighting.Ended(s,
                            new Finished.Failed(Failure.of(ErrorKind.TASK_CANCELED, s)), ex("look", t, 200)));
                    default -> out.put(id, new Sighting.Working(s, null, null));
                }
            } catch (Exception e) {
                out.put(id, new Sighting.Unreadable(Failure.of(ErrorKind.TIMEOUT, e.toString())));
            }
        return out;
    }
}
