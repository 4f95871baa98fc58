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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Downloads what a job made and believes nothing: the bytes must be what the job says they are. */
final class Keeping {
    private static final Map<String, String> ENDINGS = Map.of("image/png", "png", "image/jpeg", "jpg", "image/webp",
            "webp",
            "video/mp4", "mp4", "model/gltf-binary", "glb", "model/vnd.usdz+zip", "usdz");

    private Keeping() {
    }

    static Made of(String name, String kind, JsonNode outputs, Rest api, Path folder) {
        for (JsonNode output : outputs)
            if (output.path("kind").asString("").equals(kind))
                return download(name, output, api, folder);
        return Made.failed("succeeded without an output of kind " + kind + ": " + outputs);
    }

    /** All that one job made, beside each other. */
    static Made each(String name, JsonNode outputs, Rest api, Path folder) {
        List<String> files = new ArrayList<>();
        for (JsonNode output : outputs) {
            Made made = download(name + "-" + (files.size() + 1), output, api, folder);
            if (!made.good())
                return made;
            files.add(output.path("operation").asString() + " " + output.path("bytes").asLong() + " bytes");
        }
        return new Made(true, null, "succeeded: " + folder.resolve(name + "-*") + "  " + String.join(", ", files));
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
