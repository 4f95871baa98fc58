package dev.atelier.providers.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.providers.http.DataUri;
import dev.atelier.providers.http.Part;

/** A body as a form, for providers that take input images as files only. */
public final class Parts {

    /** For a person whose image is an address, which no form can carry. */
    public static final String FILES_ONLY = "this provider takes input images as files only: give an asset id instead"
            + " of an address";

    private Parts() {
    }

    /**
     * @param name of each file's field
     * @return empty when an image is not ours: only bytes can go into a form
     */
    public static Optional<List<Part>> of(ObjectNode body, List<String> images, String name) {
        List<Part> parts = new ArrayList<>();
        body.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                field.getValue().forEach(each -> parts.add(Part.field(field.getKey(), each.asText())));
            } else {
                parts.add(Part.field(field.getKey(), field.getValue().asText()));
            }
        });
        for (String image : images) {
            Optional<DataUri> ours = DataUri.of(image);
            if (ours.isEmpty()) {
                return Optional.empty();
            }
            parts.add(new Part(name, "input." + ours.get().format(), ours.get().type(), ours.get().bytes()));
        }
        return Optional.of(parts);
    }
}
