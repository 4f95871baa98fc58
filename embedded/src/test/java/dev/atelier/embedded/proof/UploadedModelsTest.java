package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.RealHouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A 3D file that is not sound is refused when it is sent, with a word on why, and nothing of it stays. */
@RealTemporal
@Order(5)
class UploadedModelsTest {
    private static final String TRIANGLE = """
            {"asset":{"version":"2.0"},"buffers":[{"byteLength":36%s}],"bufferViews":[{"buffer":0,"byteLength":36}],
             "accessors":[{%s"componentType":5126,"count":%d,"type":"VEC3"}],
             "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"nodes":[{"mesh":0}],"scenes":[{"nodes":[0]}],
             "scene":0}""";

    private final RealHouse house;

    UploadedModelsTest(RealHouse house) {
        this.house = house;
    }

    @Test
    void an_unsound_model_is_refused_at_once_with_the_code_that_says_why() throws Exception {
        long before = house.rows().number("select count(*) from assets");
        byte[] sound = glb(TRIANGLE.formatted("", "\"bufferView\":0,", 3));
        refused(java.util.Arrays.copyOf(sound, sound.length - 20), 422, "invalid_model");
        refused(glb(TRIANGLE.formatted("", "\"bufferView\":0,", 4)), 422, "invalid_model");
        refused(TRIANGLE.formatted(",\"uri\":\"http://127.0.0.1:1/x.bin\"", "\"bufferView\":0,", 3)
                .getBytes(StandardCharsets.UTF_8), 422, "external_uri");
        refused(glb(TRIANGLE.formatted(",\"uri\":\"../../etc/passwd\"", "\"bufferView\":0,", 3)), 422,
                "external_uri");
        refused("BLENDER-v300 and more".getBytes(StandardCharsets.US_ASCII), 422, "unsupported_format");
        refused(glb(TRIANGLE.formatted("", "", 90_000_000)), 413, "payload_too_large");
        assertThat(house.rows().number("select count(*) from assets")).isEqualTo(before);

        HttpResponse<String> kept = upload(sound);
        JsonNode asset = JsonMapper.shared().readTree(kept.body());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(asset.at("/mesh/face_count").asLong()).isEqualTo(1);
        assertThat(asset.at("/evaluations/0/rubric_id").asString()).isEqualTo("mesh-1");
    }

    private void refused(byte[] file, int status, String code) throws Exception {
        HttpResponse<String> answer = upload(file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString()).as(answer.body())
                .isEqualTo(code);
    }

    private HttpResponse<String> upload(byte[] file) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"model\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(house.wiring().api() + "/v1/assets"))
                    .header("Authorization", "Bearer " + house.wiring().keys().api())
                    .header("Content-Type", "multipart/form-data; boundary=edge")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** With room for one triangle. */
    private static byte[] glb(String json) {
        byte[] text = (json + " ".repeat((4 - json.length() % 4) % 4)).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer glb = ByteBuffer.allocate(12 + 8 + text.length + 8 + 36).order(ByteOrder.LITTLE_ENDIAN);
        glb.putInt(0x46546c67).putInt(2).putInt(glb.capacity()).putInt(text.length).putInt(0x4e4f534a).put(text)
                .putInt(36).putInt(0x004e4942);
        for (float each : new float[]{0, 0, 0, 1, 0, 0, 0, 1, 0}) {
            glb.putFloat(each);
        }
        return glb.array();
    }
}
