package dev.atelier.providers.record;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.atelier.domain.provider.Exchange;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;

/** Makes of a conversation what may be kept of it: always valid JSON, redacted, at most 16 kB. */
public record Recording(String operation, Redaction redaction) {

    public static final int MOST_BYTES = 16 * 1024;
    private static final int EXCERPT = 4 * 1024;

    /** The whole answer is kept. */
    public Exchange of(Spoken spoken, JsonNode request, Long tokensOut) {
        return of(spoken, request, answer(spoken.reply()), tokensOut);
    }

    /** @param answer the part of the answer that belongs to this task, or null */
    public Exchange of(Spoken spoken, JsonNode request, JsonNode answer, Long tokensOut) {
        String response = answer == null ? null : kept(answer);
        return new Exchange(operation, spoken.askedAt(), spoken.answeredAt(), spoken.reply().httpStatus(),
                kept(request), response, providerRequestId(spoken.reply()), tokensOut);
    }

    private static JsonNode answer(Reply reply) {
        return switch (reply) {
            case Reply.Heard heard when heard.body().length == 0 -> null;
            case Reply.Heard heard -> Json.value(heard.body()).orElseGet(() -> excerpt(heard.body()));
            case Reply.Lost lost -> TextNode.valueOf(lost.why());
            case Reply.NeverLeft never -> TextNode.valueOf(never.why());
        };
    }

    /** All of it: what is cut before it is redacted may end in half a secret. */
    private static JsonNode excerpt(byte[] body) {
        return TextNode.valueOf(new String(body, StandardCharsets.UTF_8));
    }

    private String kept(JsonNode node) {
        JsonNode clean = node instanceof TextNode text
                ? TextNode.valueOf(cut(redaction.text(text.textValue())))
                : redaction.tree(node);
        byte[] json = Json.bytes(clean);
        return new String(json.length <= MOST_BYTES ? json : tooLong(json), StandardCharsets.UTF_8);
    }

    private static byte[] tooLong(byte[] json) {
        return Json.bytes(TextNode.valueOf(cut(new String(json, StandardCharsets.UTF_8))));
    }

    private static String cut(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return text.substring(0, end) + "…";
    }

    private String providerRequestId(Reply reply) {
        String id = reply instanceof Reply.Heard heard ? heard.headers().get("X-Request-Id") : null;
        return id == null || id.length() > 128 ? null : redaction.text(id);
    }
}
