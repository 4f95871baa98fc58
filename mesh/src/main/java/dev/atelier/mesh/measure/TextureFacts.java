package dev.atelier.mesh.measure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.TextureUse;

/** The pictures of a model with what they are for; only their heads are read. */
final class TextureFacts {

    private TextureFacts() {
    }

    static List<Metrics.TextureFact> of(Scene scene) {
        List<Metrics.TextureFact> facts = new ArrayList<>();
        boolean[] used = new boolean[scene.pictures().size()];
        scene.placed().stream().map(each -> scene.materialOf(each.shape())).distinct()
                .forEach(material -> material.textures().forEach((role, use) -> {
                    Metrics.TextureFact fact = fact(scene, use, role);
                    used[use.picture()] = true;
                    if (facts.stream().noneMatch(each -> each.picture() == fact.picture() && role.equals(each.role())
                            && each.uv() == fact.uv())) {
                        facts.add(fact);
                    }
                }));
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                facts.add(fact(scene, TextureUse.of(i), null));
            }
        }
        return List.copyOf(facts);
    }

    private static Metrics.TextureFact fact(Scene scene, TextureUse use, String role) {
        Picture picture = scene.pictures().get(use.picture());
        Map.Entry<Integer, Integer> size = size(picture.bytes());
        return new Metrics.TextureFact(use.picture(), role, use.uv(), size == null ? null : size.getKey(),
                size == null ? null : size.getValue(), picture.mimeType(), picture.bytes().length);
    }

    private static Map.Entry<Integer, Integer> size(byte[] bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                return Map.entry(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }
}
