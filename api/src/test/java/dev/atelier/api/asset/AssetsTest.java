package dev.atelier.api.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Kept;
import dev.atelier.api.testing.Tenants;
import tools.jackson.databind.JsonNode;

class AssetsTest extends HttpTest {
    @Autowired
    private Kept kept;
    @Autowired
    private Tenants tenants;

    private Reply upload(String field, byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return call("POST", "/v1/assets", body.toByteArray(), "Content-Type", "multipart/form-data; boundary=edge");
    }

    @Test
    void an_upload_is_kept_and_comes_back_byte_for_byte() {
        Reply reply = upload("file", Kept.PNG);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        JsonNode asset = reply.json();
        assertThat(asset.get("object").asString()).isEqualTo("asset");
        assertThat(asset.get("width").asInt()).isEqualTo(64);
        assertThat(asset.get("sha256").asString()).isEqualTo(Kept.sha256(Kept.PNG));
        assertThat(reply.header("Location")).endsWith("/v1/assets/" + asset.get("id").asString());
        Reply content = get(asset.get("url").asString());
        assertThat(content.response().body()).isEqualTo(Kept.PNG);
        assertThat(content.header("ETag")).isEqualTo("\"" + Kept.sha256(Kept.PNG) + "\"");
        assertThat(content.header("Content-Length")).isEqualTo("" + Kept.PNG.length);
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Disposition")).startsWith("inline");
        assertThat(content.header("Content-Security-Policy")).isEqualTo("sandbox");
    }

    @Test
    void what_one_has_already_is_not_sent_again() {
        String path = upload("file", Kept.PNG).json().get("url").asString();
        Reply reply = get(path, "If-None-Match", "\"" + Kept.sha256(Kept.PNG) + "\"");
        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.response().body()).isEmpty();
    }

    @Test
    void a_part_can_be_had_alone() {
        String path = upload("file", Kept.PNG).json().get("url").asString();
        Reply reply = get(path, "Range", "bytes=1-3");
        assertThat(reply.status()).isEqualTo(206);
        assertThat(new String(reply.response().body(), StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(reply.header("Content-Range")).isEqualTo("bytes 1-3/" + Kept.PNG.length);
        assertThat(get(path, "Range", "bytes=9999999-").status()).isEqualTo(416);
    }

    @Test
    void what_is_too_large_or_no_file_is_refused() {
        Reply large = upload("file", new byte[3 << 20]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.code()).isEqualTo("payload_too_large");
        assertThat(upload("file", "x is no image".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("unsupported_media_type");
        assertThat(upload("other", Kept.PNG).code()).isEqualTo("invalid_multipart");
        assertThat(post("/v1/assets", "{}").status()).isEqualTo(415);
    }

    @Test
    void a_source_file_needs_a_scope_of_its_own() {
        String id = kept.keep(tenants.first().orgId(), null, Kept.GLB).id();
        String reader = "Bearer " + Tenants.keyWith("assets:read");
        JsonNode asset = get("/v1/assets/" + id, "Authorization", reader).json();
        assertThat(asset.get("kind").asString()).isEqualTo("mesh");
        assertThat(asset.at("/mesh/format").asString()).isEqualTo("glb");
        Reply refused = get("/v1/assets/" + id + "/content", "Authorization", reader);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).contains("assets:source");
        Reply content = get("/v1/assets/" + id + "/content");
        assertThat(content.response().body()).isEqualTo(Kept.GLB);
        assertThat(content.header("Content-Disposition")).startsWith("attachment").endsWith(".glb\"");
    }

    @Test
    void what_belongs_to_another_is_not_there() {
        String path = "/v1/assets/" + upload("file", Kept.PNG).json().get("id").asString();
        String other = "Bearer " + Tenants.OTHER_KEY;
        assertThat(get(path, "Authorization", other).status()).isEqualTo(404);
        assertThat(get(path + "/content", "Authorization", other).status()).isEqualTo(404);
        assertThat(get(path + "/lineage", "Authorization", other).status()).isEqualTo(404);
        assertThat(call("DELETE", path, null, "Authorization", other).status()).isEqualTo(404);
        assertThat(call("DELETE", path, null).status()).isEqualTo(204);
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get("/v1/assets/x").status()).isEqualTo(404);
    }

    @Test
    void a_result_knows_where_it_comes_from() {
        String job = posted("a red bird");
        String id = kept.keep(tenants.first().orgId(), job, Kept.PNG).id();
        JsonNode lineage = get("/v1/assets/" + id + "/lineage").json();
        assertThat(lineage.get("job_id").asString()).isEqualTo(job);
        assertThat(lineage.get("prompt").asString()).isEqualTo("a red bird");
        assertThat(lineage.at("/chain/0/made_by").asString()).isEqualTo("generation");
        assertThat(lineage.at("/chain/0/job_id").asString()).isEqualTo(job);
    }

    @Test
    void an_upload_is_its_own_beginning() {
        String id = upload("file", Kept.PNG).json().get("id").asString();
        JsonNode lineage = get("/v1/assets/" + id + "/lineage").json();
        assertThat(lineage.get("job_id").isNull()).isTrue();
        assertThat(lineage.get("chain")).singleElement()
                .satisfies(step -> assertThat(step.get("made_by").asString()).isEqualTo("upload"));
    }
}
