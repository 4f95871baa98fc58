package dev.atelier.sandbox.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.state.Json;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlbFileTest {
    private final byte[] file = GlbFile.encode("a moon 月", 16, 3);
    private JsonNode gltf;
    private byte[] binary;

    @BeforeEach
    void open() throws Exception {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(in.getInt()).isEqualTo(0x46546C67);
        assertThat(in.getInt()).isEqualTo(2);
        assertThat(in.getInt()).isEqualTo(file.length);
        int jsonLength = in.getInt();
        assertThat(jsonLength % 4).isZero();
        assertThat(in.getInt()).isEqualTo(0x4E4F534A);
        gltf = Json.read(Arrays.copyOfRange(file, 20, 20 + jsonLength));
        in.position(20 + jsonLength);
        int binaryLength = in.getInt();
        assertThat(binaryLength % 4).isZero();
        assertThat(in.getInt()).isEqualTo(0x004E4942);
        binary = Arrays.copyOfRange(file, 28 + jsonLength, 28 + jsonLength + binaryLength);
        assertThat(28 + jsonLength + binaryLength).isEqualTo(file.length);
    }

    @Test
    void its_views_lie_inside_the_buffer_at_multiples_of_four() {
        assertThat(gltf.path("asset").path("version").asText()).isEqualTo("2.0");
        assertThat(gltf.path("buffers").get(0).path("byteLength").asInt()).isEqualTo(binary.length);
        for (JsonNode view : gltf.path("bufferViews")) {
            assertThat(view.path("byteOffset").asInt() % 4).isZero();
            assertThat(view.path("byteOffset").asInt() + view.path("byteLength").asInt())
                    .isLessThanOrEqualTo(binary.length);
        }
    }

    @Test
    void its_ball_is_round_and_every_triangle_looks_outward() {
        JsonNode primitive = gltf.path("meshes").get(0).path("primitives").get(0);
        ByteBuffer positions = data(primitive.path("attributes").path("POSITION").asInt());
        ByteBuffer indices = data(primitive.path("indices").asInt());
        JsonNode bounds = gltf.path("accessors").get(primitive.path("attributes").path("POSITION").asInt());
        assertThat(bounds.path("min")).extracting(JsonNode::asInt).containsExactly(-1, -1, -1);
        assertThat(bounds.path("max")).extracting(JsonNode::asInt).containsExactly(1, 1, 1);
        int triangles = indices.remaining() / 6;
        assertThat(triangles).isEqualTo(32 * 15 * 2);
        for (int i = 0; i < triangles; i++) {
            double[] a = corner(positions, indices, 3 * i);
            double[] b = corner(positions, indices, 3 * i + 1);
            double[] c = corner(positions, indices, 3 * i + 2);
            assertThat(Math.sqrt(dot(a, a))).isBetween(0.999, 1.001);
            assertThat(dot(cross(minus(b, a), minus(c, a)), a)).isPositive();
        }
    }

    @Test
    void its_texture_is_a_picture_inside_the_file() throws Exception {
        JsonNode view = gltf.path("bufferViews").get(gltf.path("images").get(0).path("bufferView").asInt());
        byte[] png = Arrays.copyOfRange(binary, view.path("byteOffset").asInt(),
                view.path("byteOffset").asInt() + view.path("byteLength").asInt());

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(512);
    }

    @Test
    void the_same_mesh_gives_the_same_bytes() {
        assertThat(GlbFile.encode("a moon 月", 16, 3)).isEqualTo(file);
        assertThat(GlbFile.encode("a sun", 16, 3)).isNotEqualTo(file);
    }

    private ByteBuffer data(int accessor) {
        JsonNode view = gltf.path("bufferViews").get(gltf.path("accessors").get(accessor).path("bufferView").asInt());
        return ByteBuffer.wrap(binary, view.path("byteOffset").asInt(), view.path("byteLength").asInt()).slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private static double[] corner(ByteBuffer positions, ByteBuffer indices, int number) {
        int at = 12 * (indices.getShort(2 * number) & 0xffff);
        return new double[]{positions.getFloat(at), positions.getFloat(at + 4), positions.getFloat(at + 8)};
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[]{a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
