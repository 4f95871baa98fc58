package dev.atelier.embedded.show;

import dev.atelier.embedded.place.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Downloads what a job made and believes nothing: the bytes must be what the job says they are. */
final class Keeping {
    private static final Map<String, String> ENDINGS = Map.of("image/png", "png", "image/jpeg", "jpg", "image/webp",
            "webp",
            "video/mp4", "mp4", "model/gltf-binary", "glb");

    private Keeping() {
    }

    static Made of(String name, String kind, JsonNode outputs, Rest api, Path folder) {
        for (JsonNode output : outputs)
            if (output.path("kind").asString("").equals(kind))
                return download(name, output, api, folder);
        return Made.failed("succeeded without an output of kind " + kind + ": " + outputs);
    }

    private static Made download(String name, JsonNode output, Rest api, Path folder) {
        String type = output.path("mime_type").asString("");
        Path file = Folders.made(folder).resolve(name + "." + ENDINGS.getOrDefault(type, "bin"));
        int status = api.download(output.path("url").asString(), file);
        if (status != 200)
            return Made.failed("its asset answers " + status + " at " + output.path("url").asString());
        long bytes = file.toFile().length();
        if (bytes != output.path("bytes").asLong(-1) || !sha256(file).equals(output.path("sha256").asString("")))
            return Made.failed("its asset is not what it says: " + output);
        return Made.good(output.path("asset_id").asString(), file, bytes, type);
    }

    private static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
