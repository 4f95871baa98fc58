package dev.atelier.mesh.gltf;

import java.nio.ByteBuffer;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.RefusedModel;

/** Numbers out of accessors, each bound checked first; sparse ones are patched. */
final class Accessors {

    private static final int UNSIGNED_INT = 5125;
    private static final int FLOAT = 5126;

    private final Document document;
    private final Buffers buffers;
    private final Budget budget;

    Accessors(Document document, Buffers buffers, Budget budget) {
        this.document = document;
        this.buffers = buffers;
        this.budget = budget;
    }

    /** How many elements it claims; nothing is read. */
    int count(int accessor) {
        long count = Document.size(document.at("accessors", accessor), "count", 0);
        if (count > Integer.MAX_VALUE / 16) {
            throw RefusedModel.invalid("accessors[" + accessor + "] claims " + count + " elements");
        }
        return (int) count;
    }

    int width(int accessor) {
        String type = document.at("accessors", accessor).path("type").asText();
        return switch (type) {
            case "SCALAR" -> 1;
            case "VEC2" -> 2;
            case "VEC3" -> 3;
            case "VEC4", "MAT2" -> 4;
            case "MAT3" -> 9;
            case "MAT4" -> 16;
            default -> throw RefusedModel.invalid("accessors[" + accessor + "] has an unknown type " + type);
        };
    }

    /** Integers are normalised where the file says so. */
    float[] floats(int index, int width) {
        JsonNode accessor = document.at("accessors", index);
        if (width(index) != width) {
            throw RefusedModel.invalid("accessors[" + index + "] has " + width(index) + " numbers an element, not "
                    + width);
        }
        int count = count(index);
        Source source = source(accessor, index, count, width);
        budget.values((long) count * width);
        float[] values = new float[count * width];
        if (source != null) {
            copy(source, values, count, width);
        }
        if (accessor.has("sparse")) {
            sparse(accessor, index, count, width, values);
        }
        return values;
    }

    private static void copy(Source from, float[] to, int count, int width) {
        if (from.component == FLOAT && from.stride == width * 4) {
            from.bytes.slice(from.offset, count * width * 4).order(from.bytes.order()).asFloatBuffer().get(to, 0,
                    count * width);
            return;
        }
        for (int element = 0; element < count; element++) {
            for (int i = 0; i < width; i++) {
                to[element * width + i] = from.value(element, i);
            }
        }
    }

    private void sparse(JsonNode accessor, int index, int count, int width, float[] values) {
        JsonNode sparse = accessor.path("sparse");
        int changed = (int) Math.min(Document.size(sparse, "count", 0), (long) count + 1);
        if (changed > count) {
            throw RefusedModel.invalid("accessors[" + index + "] changes more elements than it has");
        }
        Source at = source(sparse.path("indices"), index, changed, 1);
        Source with = new Source(sparse.path("values"), accessor, index, changed, width);
        for (int i = 0; i < changed; i++) {
            int target = at.integer(i);
            if (target < 0 || target >= count) {
                throw RefusedModel.invalid("accessors[" + index + "] changes an element that it does not have");
            }
            for (int k = 0; k < width; k++) {
                values[target * width + k] = with.value(i, k);
            }
        }
    }

    /**
     * Numbers that a Draco mesh gave, as the accessor means them. Draco normalises integers where its own data says so;
     * some writers say it in the accessor alone, and then whole numbers come.
     */
    float[] meant(int index, float[] values) {
        JsonNode accessor = document.at("accessors", index);
        float most = switch (accessor.path("componentType").asInt()) {
            case 5120 -> 127;
            case 5121 -> 255;
            case 5122 -> 32767;
            case 5123 -> 65535;
            default -> 1;
        };
        if (values == null || most == 1 || !accessor.path("normalized").asBoolean() || within(values)) {
            return values;
        }
        float[] normalised = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            normalised[i] = Math.max(-1, values[i] / most);
        }
        return normalised;
    }

    private static boolean within(float[] values) {
        for (float value : values) {
            if (Math.abs(value) > 1) {
                return false;
            }
        }
        return true;
    }

    /** Indices, each below the bound. */
    int[] indices(int index, int bound) {
        JsonNode accessor = document.at("accessors", index);
        int count = count(index);
        if (width(index) != 1) {
            throw RefusedModel.invalid("accessors[" + index + "] holds indices and is not SCALAR");
        }
        Source source = source(accessor, index, count, 1);
        budget.values(count);
        int[] indices = new int[count];
        for (int i = 0; source != null && i < count; i++) {
            indices[i] = source.integer(i);
            if (indices[i] < 0 || indices[i] >= bound) {
                throw RefusedModel.invalid("accessors[" + index + "] points at vertex "
                        + Integer.toUnsignedString(indices[i]) + " of " + bound);
            }
        }
        return indices;
    }

    /** Null: no view, all zero. */
    private Source source(JsonNode described, int index, int count, int width) {
        return described.has("bufferView") ? new Source(described, described, index, count, width) : null;
    }

    private final class Source {
        private final ByteBuffer bytes;
        private final int component;
        private final boolean normalized;
        private final int size;
        private final int stride;
        private final int offset;

        Source(JsonNode place, JsonNode kind, int index, int count, int width) {
            int view = Document.index(place, "bufferView");
            bytes = buffers.view(view);
            component = kind.path("componentType").asInt();
            normalized = kind.path("normalized").asBoolean();
            size = size(index);
            int packed = size * width;
            int declared = buffers.stride(view);
            stride = declared == 0 ? packed : declared;
            long start = Document.size(place, "byteOffset", 0);
            if (count > 0 && (stride < packed || start + (long) stride * (count - 1) + packed > bytes.limit())) {
                throw RefusedModel.invalid("accessors[" + index + "] reaches behind the end of its buffer view");
            }
            offset = (int) start;
        }

        private int size(int index) {
            return switch (component) {
                case 5120, 5121 -> 1;
                case 5122, 5123 -> 2;
                case UNSIGNED_INT, FLOAT -> 4;
                default -> throw RefusedModel
                        .invalid("accessors[" + index + "] has an unknown component type " + component);
            };
        }

        int integer(int element) {
            int at = offset + element * stride;
            return switch (component) {
                case 5121 -> bytes.get(at) & 0xff;
                case 5123 -> bytes.getShort(at) & 0xffff;
                case UNSIGNED_INT -> bytes.getInt(at);
                default -> throw RefusedModel.invalid("indices must be unsigned integers");
            };
        }

        float value(int element, int i) {
            int at = offset + element * stride + i * size;
            return switch (component) {
                case 5120 -> normalized ? Math.max(bytes.get(at) / 127f, -1) : bytes.get(at);
                case 5121 -> normalized ? (bytes.get(at) & 0xff) / 255f : bytes.get(at) & 0xff;
                case 5122 -> normalized ? Math.max(bytes.getShort(at) / 32767f, -1) : bytes.getShort(at);
                case 5123 -> normalized ? (bytes.getShort(at) & 0xffff) / 65535f : bytes.getShort(at) & 0xffff;
                case UNSIGNED_INT -> Integer.toUnsignedLong(bytes.getInt(at));
                default -> bytes.getFloat(at);
            };
        }
    }
}
