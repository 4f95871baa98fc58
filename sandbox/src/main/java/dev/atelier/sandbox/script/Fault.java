package dev.atelier.sandbox.script;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.journal.Operation;
import java.util.List;

/** One ordered fault: the next {@code times} matching requests go as {@code word} says. A null match is all. */
public record Fault(String id, String match, Operation operation, String word, int times) {

    /** @throws IllegalArgumentException with a message for the person who ordered it */
    static Fault read(String id, JsonNode body) {
        String match = body.path("match").asText(null);
        Operation operation = Operation.of(body.path("operation").asText("")).filter(FAULTY::contains)
                .orElseThrow(() -> new UnknownWord(body.path("operation").asText(""),
                        "submit, poll, list, download, cancel (as \"operation\")"));
        Word word = Word.of(body.path("word").asText(""));
        int times = body.path("times").asInt(1);
        if (times < 1) {
            throw new IllegalArgumentException("\"times\" must be 1 or more");
        }
        return new Fault(id, match, operation, word.spelling(), times);
    }

    private static final List<Operation> FAULTY = List.of(Operation.SUBMIT, Operation.POLL, Operation.LIST,
            Operation.DOWNLOAD, Operation.CANCEL);

    boolean meets(Operation asked, List<String> prompts) {
        return operation == asked && (match == null || prompts.stream().anyMatch(prompt -> prompt.contains(match)));
    }

    Fault once() {
        return times > 1 ? new Fault(id, match, operation, word, times - 1) : null;
    }
}
