package dev.atelier.mesh.render;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.surface.Opened;
import dev.atelier.mesh.surface.Surface;

/** Takes pictures of a scene, without a graphics card. Textures are opened once for all pictures of it. */
public final class Rendering {

    private final Scene scene;
    private final double[] center;
    private final double radius;
    private final Opened opened;
    private final List<Placed> opaque = new ArrayList<>();
    private final List<Placed> seeThrough = new ArrayList<>();

    /** @throws RefusedModel NOT_A_MESH when there is nothing to see */
    public Rendering(Scene scene) {
        this.scene = scene.withFaces("a preview");
        opened = new Opened(scene);
        for (Placed each : scene.placed()) {
            boolean blend = "BLEND".equals(scene.materialOf(each.shape()).alphaMode());
            (blend ? seeThrough : opaque).add(each);
        }
        center = Camera.center(scene.placed());
        radius = Camera.radius(scene.placed(), center);
    }

    public BufferedImage picture(View view) {
        if (view.size() < View.SMALLEST || view.size() > View.LARGEST) {
            throw new RefusedModel(Problem.BAD_REQUEST, "size must be " + View.SMALLEST + " to " + View.LARGEST
                    + " pixels, not " + view.size());
        }
        Canvas canvas = new Canvas(view.size());
        Camera camera = new Camera(center, radius, view, canvas.side);
        for (Placed each : opaque) {
            Painter painter = painter(canvas, camera, view, each);
            for (int face = 0; face < painter.faces(); face++) {
                painter.face(face);
            }
        }
        blend(canvas, camera, view);
        return canvas.image(view.background());
    }

    private void blend(Canvas canvas, Camera camera, View view) {
        record Face(Painter painter, int number, float nearness) {
        }
        List<Face> faces = new ArrayList<>();
        for (Placed each : seeThrough) {
            Painter painter = painter(canvas, camera, view, each);
            for (int face = 0; face < painter.faces(); face++) {
                faces.add(new Face(painter, face, painter.nearness(face)));
            }
        }
        faces.sort(Comparator.comparingDouble(Face::nearness));
        faces.forEach(each -> each.painter().face(each.number()));
    }

    private Painter painter(Canvas canvas, Camera camera, View view, Placed placed) {
        return new Painter(canvas, camera, view.light(), new Surface(placed, opened.look(placed.shape())));
    }
}
