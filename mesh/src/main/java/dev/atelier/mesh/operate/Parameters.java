package dev.atelier.mesh.operate;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** What one output asks for, as JSON; every look-up is checked, and what nobody knows is refused. */
public record Parameters(JsonNode json) {

    static final String ENGINE = "engine";

    /** @throws RefusedModel BAD_REQUEST naming the first field that the operation does not know */
    public void only(Set<String> known) {
        json.properties().forEach(each -> {
            if (!known.contains(each.getKey())) {
                throw wrong(each.getKey() + " is not known to this operation; it takes " + known);
            }
        });
    }

    /** Whether the order itself says that Blender is to do it. @throws RefusedModel BAD_REQUEST for an engine nobody knows */
    public boolean byStudio() {
        String engine = word(ENGINE, "embedded");
        if (!engine.equals("embedded") && !engine.equals("studio")) {
            throw wrong("engine must be embedded or studio");
        }
        return engine.equals("studio");
    }

    /** Whether the order says which engine is to do it. */
    public boolean namesEngine() {
        return has(ENGINE);
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    public String word(String field, String otherwise) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw wrong(field + " must be a text");
        }
        return value.asText();
    }

    public double number(String field, double otherwise, double least, double most) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            throw wrong(field + " must be a number from " + plain(least) + " to " + plain(most));
        }
        return value.asDouble();
    }

    public int whole(String field, int otherwise, int least, int most) {
        double value = number(field, otherwise, least, most);
        if (value != Math.rint(value)) {
            throw wrong(field + " must be a whole number");
        }
        return (int) value;
    }

    static RefusedModel wrong(String why) {
        return new RefusedModel(Problem.BAD_REQUEST, why);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
