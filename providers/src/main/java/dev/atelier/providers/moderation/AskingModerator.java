package dev.atelier.providers.moderation;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Wire;

/** Asks an OpenAI-compatible endpoint what it thinks of a text or an image; each question is put once. */
public final class AskingModerator {

    private static final int MOST_CATEGORIES = 50;

    private final Wire wire;
    private final String url;
    private final String key;
    private final String model;
    private final Duration patience;

    /**
     * @param url      the base, such as {@code https://host/v1}; null or blank: none is configured
     * @param key      may be null or blank for an endpoint that needs none
     * @param patience for one question, the answer's last byte included
     */
    public AskingModerator(Wire wire, String url, String key, String model, Duration patience) {
        this.wire = wire;
        this.url = url;
        this.key = key;
        this.model = model;
        this.patience = patience;
    }

    public boolean configured() {
        return !blank(url) && !blank(model);
    }

    public String model() {
        return model;
    }

    public Moderated ofText(String text) {
        return ask(Json.object().put("model", model).put("input", text));
    }

    /** @param image a public https address or a data URI */
    public Moderated ofImage(String image) {
        ObjectNode body = Json.object().put("model", model);
        body.putArray("input").addObject().put("type", "image_url").putObject("image_url").put("url", image);
        return ask(body);
    }

    private Moderated ask(ObjectNode body) {
        Map<String, String> headers = blank(key) ? Map.of() : Map.of("Authorization", "Bearer " + key);
        Ask ask = Ask.query(url.replaceAll("/+$", "") + "/moderations", headers, body, patience);
        return switch (wire.say(ask).reply()) {
            case Reply.NeverLeft never -> new Moderated.Unavailable(never.why());
            case Reply.Lost lost -> new Moderated.Unavailable(lost.why());
            case Reply.Heard heard when !heard.good() ->
                new Moderated.Unavailable("the moderator answered " + heard.status());
            case Reply.Heard heard -> Json.object(heard.body()).map(AskingModerator::read)
                    .orElse(new Moderated.Unavailable("the moderator did not answer with JSON"));
        };
    }

    private static Moderated read(JsonNode answer) {
        JsonNode results = answer.path("results");
        if (!results.isArray() || results.isEmpty()) {
            return new Moderated.Unavailable("the moderator's answer holds no result");
        }
        boolean flagged = false;
        TreeSet<String> categories = new TreeSet<>();
        for (JsonNode result : results) {
            if (!result.path("flagged").isBoolean()) {
                return new Moderated.Unavailable("the moderator's answer does not say whether it flags");
            }
            flagged |= result.path("flagged").booleanValue();
            result.path("categories").properties().stream().filter(each -> each.getValue().asBoolean())
                    .map(each -> tag(each.getKey())).limit(MOST_CATEGORIES).forEach(categories::add);
        }
        return new Moderated.Judged(flagged, flagged ? categories : new TreeSet<>());
    }

    private static String tag(String category) {
        String tag = category.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        return tag.length() > 60 ? tag.substring(0, 60) : tag;
    }

    private static boolean blank(String setting) {
        return setting == null || setting.isBlank();
    }
}
