package dev.atelier.mesh.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.write.WritingGlb;

class HostileFilesTest {

    private final ReadingGltf reading = new ReadingGltf(Limits.BESIDE_OTHERS, Decoding.NONE);

    private void refused(byte[] file, Problem problem, String because) {
        assertThatThrownBy(() -> reading.read(file)).isInstanceOfSatisfying(RefusedModel.class,
                refused -> assertThat(refused.problem()).isEqualTo(problem)).hasMessageContaining(because);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] triangle(String accessor, String primitive, String rest) {
        return Gltf.glb(Gltf.triangle(accessor, primitive, rest), Gltf.CORNERS);
    }

    @Test
    void a_sound_triangle_is_read() {
        Scene scene = reading.read(triangle(Gltf.SOUND, Gltf.PLAIN, Gltf.SHOWN));

        assertThat(scene.faceCount()).isEqualTo(1);
    }

    @Test
    void what_is_cut_short_is_refused_wherever_it_is_cut() {
        byte[] whole = WritingGlb.write(Models.painted(4, 6));

        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reading.read(cut)).isInstanceOf(RefusedModel.class);
        }
    }

    @Test
    void no_flipped_byte_gets_past_the_checks_as_anything_but_a_refusal_or_a_scene() {
        byte[] whole = WritingGlb.write(Models.painted(4, 6));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] altered = whole.clone();
            altered[random.nextInt(i % 2 == 0 ? 2000 : altered.length)] = (byte) random.nextInt(256);
            try {
                reading.read(altered);
            } catch (RefusedModel expected) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_picture_or_a_text_is_no_model() {
        refused(Models.checks(8), Problem.UNSUPPORTED_FORMAT, "neither");
        refused(new byte[0], Problem.UNSUPPORTED_FORMAT, "neither");
        refused(json("{\"asset\":{\"version\":\"1.0\"}}"), Problem.UNSUPPORTED_FORMAT, "asset.version");
        refused(json("{\"asset\":"), Problem.INVALID_MODEL, "JSON");
        refused(json("[".repeat(5000)), Problem.UNSUPPORTED_FORMAT, "neither");
        refused(json("{\"a\":" + "[".repeat(5000)), Problem.INVALID_MODEL, "JSON");
    }

    @Test
    void an_accessor_past_its_buffer_is_refused() {
        refused(triangle(Gltf.SOUND.replace("\"count\":3", "\"count\":4"), Gltf.PLAIN, Gltf.SHOWN),
                Problem.INVALID_MODEL, "behind the end");
        refused(triangle(Gltf.SOUND.replace("\"count\":3", "\"count\":3,\"byteOffset\":4000000000"), Gltf.PLAIN,
                Gltf.SHOWN), Problem.INVALID_MODEL, "behind the end");
        refused(triangle(Gltf.SOUND.replace("\"count\":3", "\"count\":2000000000"), Gltf.PLAIN, Gltf.SHOWN),
                Problem.INVALID_MODEL, "2000000000");
        refused(triangle(Gltf.SOUND.replace("\"count\":3", "\"count\":-3"), Gltf.PLAIN, Gltf.SHOWN),
                Problem.INVALID_MODEL, "no size");
    }

    @Test
    void a_few_bytes_that_claim_gigabytes_cost_none() {
        refused(triangle("{\"componentType\":5126,\"count\":100000000,\"type\":\"VEC3\"}", Gltf.PLAIN, Gltf.SHOWN),
                Problem.PAYLOAD_TOO_LARGE, "numbers");
        String places = "{\"componentType\":5126,\"count\":9000000,\"type\":\"VEC3\"}";
        refused(triangle(Gltf.SOUND + "," + places, Gltf.PLAIN,
                ",\"nodes\":[{\"mesh\":0,\"extensions\":{\"EXT_mesh_gpu_instancing\":{\"attributes\":"
                        + "{\"TRANSLATION\":1}}}}],\"scenes\":[{\"nodes\":[0]}]"),
                Problem.PAYLOAD_TOO_LARGE, "nodes");
    }

    @Test
    void an_index_past_the_vertices_is_refused() {
        refused(triangle(Gltf.SOUND + ",{\"bufferView\":0,\"componentType\":5121,\"count\":3,\"type\":\"SCALAR\","
                + "\"byteOffset\":12}", "{\"attributes\":{\"POSITION\":0},\"indices\":1}", Gltf.SHOWN),
                Problem.INVALID_MODEL, "points at vertex");
    }

    @Test
    void a_position_that_is_no_number_is_refused() {
        for (float wrong : new float[]{Float.NaN, Float.POSITIVE_INFINITY}) {
            refused(Gltf.glb(Gltf.triangle(Gltf.SOUND, Gltf.PLAIN, Gltf.SHOWN),
                    Gltf.floats(0, 0, 0, 1, 0, wrong, 0, 1, 0)), Problem.INVALID_MODEL, "no finite number");
        }
    }

    @Test
    void rings_and_two_parents_are_refused() {
        refused(triangle(Gltf.SOUND, Gltf.PLAIN, ",\"nodes\":[{\"children\":[1]},{\"children\":[0]}]"),
                Problem.INVALID_MODEL, "ring");
        refused(triangle(Gltf.SOUND, Gltf.PLAIN, ",\"nodes\":[{\"children\":[0]}]"), Problem.INVALID_MODEL, "ring");
        refused(triangle(Gltf.SOUND, Gltf.PLAIN, ",\"nodes\":[{\"children\":[2]},{\"children\":[2]},{}]"),
                Problem.INVALID_MODEL, "two parents");
    }

    @Test
    void a_long_chain_of_nodes_is_walked_without_recursion() {
        StringBuilder nodes = new StringBuilder(",\"scenes\":[{\"nodes\":[0]}],\"nodes\":[");
        for (int i = 1; i < 50_000; i++) {
            nodes.append("{\"children\":[").append(i).append("]},");
        }
        Scene scene = reading.read(triangle(Gltf.SOUND, Gltf.PLAIN, nodes + "{\"mesh\":0}]"));

        assertThat(scene.placed()).hasSize(1);
    }

    @Test
    void addresses_are_refused_and_not_followed() {
        refused(triangle(Gltf.SOUND, Gltf.PLAIN, ",\"images\":[{\"uri\":\"http://127.0.0.1/secret.png\"}]"),
                Problem.EXTERNAL_URI, "http://127.0.0.1");
        refused(json("{\"asset\":{\"version\":\"2.0\"},\"buffers\":[{\"uri\":\"../../etc/passwd\",\"byteLength\":1}]}"),
                Problem.EXTERNAL_URI, "passwd");
        refused(json("{\"asset\":{\"version\":\"2.0\"},\"buffers\":[{\"uri\":\"data:,x\",\"byteLength\":1}],"
                + "\"images\":[{\"bufferView\":0}],\"bufferViews\":[{\"buffer\":0,\"byteLength\":1}]}"),
                Problem.INVALID_MODEL, "base64");
    }

    @Test
    void an_extension_it_needs_and_we_do_not_know_is_named() {
        refused(triangle(Gltf.SOUND, Gltf.PLAIN, ",\"extensionsRequired\":[\"ACME_secret\"]"),
                Problem.UNSUPPORTED_EXTENSION, "ACME_secret");
    }

    @Test
    void a_reference_to_nothing_is_refused() {
        refused(triangle(Gltf.SOUND, "{\"attributes\":{\"POSITION\":7}}", Gltf.SHOWN), Problem.INVALID_MODEL,
                "accessors[7]");
        refused(triangle(Gltf.SOUND, "{\"attributes\":{\"POSITION\":0},\"material\":3}", Gltf.SHOWN),
                Problem.INVALID_MODEL, "materials[3]");
        refused(triangle(Gltf.SOUND, Gltf.PLAIN, ",\"nodes\":[{\"mesh\":9}],\"scenes\":[{\"nodes\":[0]}]"),
                Problem.INVALID_MODEL, "meshes[9]");
        refused(triangle(Gltf.SOUND, Gltf.PLAIN, ",\"scenes\":[{\"nodes\":[4]}]"), Problem.INVALID_MODEL, "nodes[4]");
    }
}
