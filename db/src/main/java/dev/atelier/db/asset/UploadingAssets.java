package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.stereotype.Component;

@Component
public class UploadingAssets {

    public sealed interface Upload {

        record Kept(Asset asset) implements Upload {
        }

        /** {@code code}: payload_too_large, unsupported_media_type, invalid_image … */
        record Refused(String code, String message) implements Upload {
        }
    }

    public Upload upload(String orgId, String projectId, String fileName, InputStream bytes) throws IOException {
        throw new IllegalStateException("not yet");
    }
}
