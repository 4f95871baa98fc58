package dev.atelier.mesh.gltf;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.RefusedModel;

/** Checked look-ups in the JSON of one file: an index that leads nowhere is refused by name. */
record Document(JsonNode root) {

    JsonNode at(String list, int index) {
        JsonNode item = root.path(list).path(index);
        if (index < 0 || !item.isObject()) {
            throw RefusedModel.invalid(list + "[" + index + "] is referred to and does not exist");
        }
        return item;
    }

    int count(String list) {
        return root.path(list).size();
    }

    List<String> words(String list) {
        List<String> words = new ArrayList<>();
        root.path(list).forEach(each -> words.add(each.asText()));
        return List.copyOf(words);
    }

    /** @return -1 when it is not there */
    static int index(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return -1;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw RefusedModel.invalid(field + " is no index: " + value);
        }
        return value.intValue();
    }

    /** A length, an offset or a count. */
    static long size(JsonNode node, String field, long otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw RefusedModel.invalid(field + " is no size: " + value);
        }
        return value.longValue();
    }

    static double[] numbers(JsonNode node, String field, double... otherwise) {
        JsonNode list = node.path(field);
        if (list.isMissingNode()) {
            return otherwise;
        }
        if (list.size() != otherwise.length) {
            throw RefusedModel.invalid(field + " needs " + otherwise.length + " numbers");
        }
        double[] numbers = new double[otherwise.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asDouble(Double.NaN);
            if (!Double.isFinite(numbers[i])) {
                throw RefusedModel.invalid(field + " holds something that is no number");
            }
        }
        return numbers;
    }
}
