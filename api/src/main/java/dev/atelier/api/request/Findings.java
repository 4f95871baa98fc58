package dev.atelier.api.request;

import java.util.ArrayList;
import java.util.List;

import dev.atelier.api.problem.Refused;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.Word;
import dev.atelier.domain.catalogue.Violation;

/** What is wrong with a body, gathered so that all of it is told at once. */
public final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    public void refuse(String field, String message) {
        violations.add(new Violation(field, message));
    }

    public void addAll(List<Violation> more) {
        violations.addAll(more);
    }

    public boolean none() {
        return violations.isEmpty();
    }

    /** @return the text, also when it is refused, so that reading goes on */
    public String text(String field, String text, int most) {
        if (text != null && text.length() > most) {
            refuse(field, "must have at most " + most + " characters");
        }
        if (text != null && text.indexOf('\0') >= 0) {
            refuse(field, "must not contain the NUL character");
        }
        unicode(field, text);
        return text;
    }

    /** Half a character would be kept as a question mark: told, rather than changed. */
    public void unicode(String field, String text) {
        if (text != null && text.codePoints().anyMatch(each -> each >= 0xD800 && each <= 0xDFFF)) {
            refuse(field, "must be valid Unicode: it has half of a surrogate pair");
        }
    }

    public String required(String field, String text, int most) {
        if (text == null || text.isBlank()) {
            refuse(field, "is required");
            return null;
        }
        return text(field, text, most);
    }

    public Integer within(String field, Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            refuse(field, "must be from " + least + " to " + most);
        }
        return number;
    }

    /** Null when absent or refused. */
    public <E extends Enum<E> & Word> E word(String field, String word, Class<E> type) {
        try {
            return word == null ? null : Word.of(type, word);
        } catch (IllegalArgumentException unknown) {
            refuse(field, unknown.getMessage());
            return null;
        }
    }

    /** Null when absent or refused. */
    public String id(String field, String id) {
        if (id != null && !Ids.looksRight(id)) {
            refuse(field, "is not an id");
            return null;
        }
        return id;
    }

    public void orRefuse() {
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }
}
