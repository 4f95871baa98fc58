package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.protocol.Refused;
import java.util.List;

/** The provider's families of models by name; an endpoint id such as {@code ep-…} may be any of them. */
final class Models {
    private static final List<String> PICTURES = List.of("seedream", "seededit", "ep-");
    private static final List<String> MESHES = List.of("seed3d", "hyper3d", "hitem3d");
    private static final List<String> FILMS = List.of("seedance", "ep-");

    private Models() {
    }

    static void checkPicture(String model) {
        check(model, isOf(model, PICTURES));
    }

    static void checkTask(String model) {
        check(model, isOf(model, FILMS) || isMesh(model));
    }

    static boolean isMesh(String model) {
        return isOf(model, MESHES);
    }

    private static boolean isOf(String model, List<String> family) {
        return family.stream().anyMatch(model::contains);
    }

    private static void check(String model, boolean known) {
        if (!known) {
            throw new Refused(ArkRefusal.noModel(model).reply());
        }
    }
}
