package dev.atelier.mesh.surface;

import java.util.HashMap;
import java.util.Map;

import dev.atelier.mesh.picture.Sampler;
import dev.atelier.mesh.picture.Texels;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;

/** The pictures of a scene, each opened when it is first looked at, and once. For one thread. */
public final class Opened {

    private final Scene scene;
    private final Map<Integer, Sampler> colors = new HashMap<>();
    private final Map<Integer, Sampler> data = new HashMap<>();

    public Opened(Scene scene) {
        this.scene = scene;
    }

    public Look look(Shape shape) {
        return new Look(scene.materialOf(shape), shape, which -> open(colors, which, true),
                which -> open(data, which, false));
    }

    private Sampler open(Map<Integer, Sampler> opened, int picture, boolean color) {
        return opened.computeIfAbsent(picture, which -> new Sampler(Texels.of(scene.pictures().get(which)), color));
    }
}
