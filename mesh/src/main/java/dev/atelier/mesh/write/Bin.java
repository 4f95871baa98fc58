package dev.atelier.mesh.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The binary part of a .glb while it grows, and the views and accessors that point into it. */
final class Bin {

    private static final int ARRAY = 34962;
    private static final int ELEMENTS = 34963;
    private static final int FLOAT = 5126;
    private static final int UNSIGNED_INT = 5125;
    private static final int UNSIGNED_SHORT = 5123;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ArrayNode views;
    private final ArrayNode accessors;

    Bin(ObjectNode root) {
        views = root.putArray("bufferViews");
        accessors = root.putArray("accessors");
    }

    /** @return the view's index */
    int view(byte[] content, int target) {
        while (bytes.size() % 4 != 0) {
            bytes.write(0);
        }
        ObjectNode view = views.addObject().put("buffer", 0).put("byteOffset", bytes.size()).put("byteLength",
                content.length);
        if (target != 0) {
            view.put("target", target);
        }
        bytes.writeBytes(content);
        return views.size() - 1;
    }

    /** @return the accessor's index */
    int floats(float[] values, int width, boolean bounds) {
        ByteBuffer content = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        content.asFloatBuffer().put(values);
        String type = width == 2 ? "VEC2" : width == 3 ? "VEC3" : "VEC4";
        ObjectNode accessor = accessor(view(content.array(), ARRAY), FLOAT, values.length / width, type);
        if (bounds) {
            bounds(accessor, values);
        }
        return accessors.size() - 1;
    }

    /** @return the accessor's index */
    int indices(int[] values, int vertices) {
        boolean small = vertices < 65535;
        ByteBuffer content = ByteBuffer.allocate(values.length * (small ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            if (small) {
                content.putShort((short) value);
            } else {
                content.putInt(value);
            }
        }
        accessor(view(content.array(), ELEMENTS), small ? UNSIGNED_SHORT : UNSIGNED_INT, values.length, "SCALAR");
        return accessors.size() - 1;
    }

    private ObjectNode accessor(int view, int component, int count, String type) {
        return accessors.addObject().put("bufferView", view).put("componentType", component).put("count", count)
                .put("type", type);
    }

    private static void bounds(ObjectNode accessor, float[] values) {
        float[] min = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        float[] max = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int i = 0; i < values.length; i++) {
            min[i % 3] = Math.min(min[i % 3], values[i]);
            max[i % 3] = Math.max(max[i % 3], values[i]);
        }
        ArrayNode least = accessor.putArray("min");
        ArrayNode most = accessor.putArray("max");
        for (int axis = 0; axis < 3; axis++) {
            least.add(min[axis]);
            most.add(max[axis]);
        }
    }

    byte[] bytes() {
        while (bytes.size() % 4 != 0) {
            bytes.write(0);
        }
        return bytes.toByteArray();
    }
}
