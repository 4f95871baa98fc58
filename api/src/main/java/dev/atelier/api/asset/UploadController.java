package dev.atelier.api.asset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import dev.atelier.api.problem.Refusal;
import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Links;
import dev.atelier.db.asset.UploadingAssets;
import dev.atelier.db.asset.UploadingAssets.Upload;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@RestController
@Tag(name = "assets")
class UploadController {
    private final UploadingAssets uploading;
    private final FindingAssets assets;
    private final Links links;

    UploadController(UploadingAssets uploading, FindingAssets assets, Links links) {
        this.uploading = uploading;
        this.assets = assets;
        this.links = links;
    }

    @PostMapping(path = "/v1/assets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Keep a file of yours, to be used in jobs")
    @ApiResponse(responseCode = "201", description = "Kept")
    @ApiResponse(responseCode = "413", description = "payload_too_large")
    @ApiResponse(responseCode = "422", description = "invalid_image, invalid_video, invalid_model, external_uri, unsupported_format, unsupported_extension")
    @ApiResponse(responseCode = "415", description = "unsupported_media_type: by its bytes, whatever its name says")
    ResponseEntity<AssetJson> upload(@RequestParam(required = false) MultipartFile file, Caller caller)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw Refused.badRequest("invalid_multipart", "file", "send one part of this name, with a file in it");
        }
        try (InputStream bytes = file.getInputStream()) {
            return switch (uploading.upload(caller.orgId(), null, file.getOriginalFilename(), bytes)) {
                case Upload.Kept kept -> {
                    AssetJson asset = assets.show(kept.asset());
                    yield ResponseEntity.created(URI.create(links.to("/v1/assets/" + asset.id()))).body(asset);
                }
                case Upload.Refused refused -> throw new Refused(
                        Refusal.of(status(refused.code()), refused.code(), refused.message()));
            };
        }
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "payload_too_large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "unsupported_media_type" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
