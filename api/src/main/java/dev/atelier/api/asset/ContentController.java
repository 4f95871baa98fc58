package dev.atelier.api.asset;

import java.time.Duration;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.RequestId;
import dev.atelier.api.security.Forbidden;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.DownloadingAssets;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

/** The bytes. Whatever they are, a browser that opens them runs nothing in our name. */
@RestController
@Tag(name = "assets")
class ContentController {
    private static final String SOURCE_SCOPE = "assets:source";
    private final FindingAssets assets;
    private final ReadingAssets reading;
    private final DownloadingAssets downloading;

    ContentController(FindingAssets assets, ReadingAssets reading, DownloadingAssets downloading) {
        this.assets = assets;
        this.reading = reading;
        this.downloading = downloading;
    }

    @GetMapping("/v1/assets/{id}/content")
    @Operation(summary = "The file itself; ranges and If-None-Match are understood")
    @ApiResponse(responseCode = "200", description = "All of it")
    @ApiResponse(responseCode = "206", description = "The range asked for")
    @ApiResponse(responseCode = "304", description = "You have it already")
    @ApiResponse(responseCode = "403", description = "Source files of 3D models need the scope assets:source")
    ResponseEntity<Resource> content(@PathVariable String id, Caller caller, HttpServletRequest request) {
        Asset asset = assets.find(id, caller);
        if (AssetJson.isModel(asset) && !caller.scopes().contains(SOURCE_SCOPE)) {
            throw Forbidden.lacking(SOURCE_SCOPE);
        }
        if (begins(request, asset)) {
            downloading.begun(caller.orgId(), asset.id(), caller.name(), RequestId.of(request));
        }
        return ResponseEntity.ok().eTag(asset.sha256()).lastModified(asset.createdAt())
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(MediaType.parseMediaType(asset.mimeType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(asset).toString())
                .header("Content-Security-Policy", "sandbox").body(new KeptFile(asset, reading));
    }

    /** A player asks for many ranges, a browser whether its copy is still good: one download is one audit row. */
    private static boolean begins(HttpServletRequest request, Asset asset) {
        String range = request.getHeader(HttpHeaders.RANGE);
        String had = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return request.getMethod().equals("GET") && (range == null || range.startsWith("bytes=0-"))
                && (had == null || !had.contains(asset.sha256()));
    }

    private static ContentDisposition disposition(Asset asset) {
        boolean shown = asset.kind().equals("image") || asset.kind().equals("video");
        String name = asset.id() + extension(asset.mimeType());
        return (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(name).build();
    }

    private static String extension(String mimeType) {
        return switch (mimeType) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/webp" -> ".webp";
            case "image/gif" -> ".gif";
            case "video/mp4" -> ".mp4";
            case "video/webm" -> ".webm";
            case "video/quicktime" -> ".mov";
            case "model/gltf-binary" -> ".glb";
            case "model/gltf+json" -> ".gltf";
            case "model/vnd.usdz+zip" -> ".usdz";
            case "application/zip" -> ".zip";
            default -> ".bin";
        };
    }
}
