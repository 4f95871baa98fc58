package dev.atelier.api.problem;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;

import dev.atelier.domain.catalogue.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What was wrong with a JSON body, said by the name of the field. */
public final class UnreadableBody {
    private UnreadableBody() {
    }

    /** @param cause what reading the JSON threw; null: there was none */
    public static Refusal of(Throwable cause) {
        return switch (cause) {
            case Refused refused -> refused.refusal();
            case UnrecognizedPropertyException unknown -> field("unknown_field", unknown,
                    "is not a field of this request" + hint(unknown));
            case InvalidFormatException odd -> field("invalid_value", odd,
                    "must be " + kind(odd.getTargetType()) + ", not " + shown(odd.getValue()));
            case MismatchedInputException odd when !odd.getPath().isEmpty() -> field("invalid_value", odd,
                    "must be " + kind(odd.getTargetType()));
            case StreamReadException broken -> invalidJson(" (line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ")");
            case DatabindException odd when !odd.getPath().isEmpty() -> field("invalid_value", odd,
                    "cannot be understood");
            case null, default -> invalidJson("");
        };
    }

    private static Refusal invalidJson(String where) {
        return Refusal.of(HttpStatus.BAD_REQUEST, "invalid_json", "The body must be one JSON object" + where + ".");
    }

    private static Refusal field(String code, DatabindException thrown, String message) {
        String path = path(thrown);
        return Refusal.of(HttpStatus.BAD_REQUEST, code, path + ": " + message)
                .with(List.of(new Violation(path, message)));
    }

    private static String path(DatabindException thrown) {
        return thrown.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining(".")).replace(".[", "[");
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName();
    }

    private static String hint(UnrecognizedPropertyException unknown) {
        if (unknown.getKnownPropertyIds() == null || unknown.getKnownPropertyIds().isEmpty()) {
            return "";
        }
        return "; known are " + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted()
                .collect(Collectors.joining(", "));
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        return switch (type.getSimpleName()) {
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "BigDecimal", "Double", "double" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "String" -> "a string";
            case "Instant" -> "a time as RFC 3339 writes it";
            case "List", "ArrayList" -> "a list";
            default -> "an object";
        };
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
