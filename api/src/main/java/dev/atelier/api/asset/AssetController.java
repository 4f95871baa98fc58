package dev.atelier.api.asset;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.problem.RequestId;
import dev.atelier.db.asset.DeletingAssets;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

@RestController
@Tag(name = "assets")
class AssetController {
    private final FindingAssets assets;
    private final DeletingAssets deleting;

    AssetController(FindingAssets assets, DeletingAssets deleting) {
        this.assets = assets;
        this.deleting = deleting;
    }

    @GetMapping("/v1/assets/{id}")
    @Operation(summary = "What is known of a file")
    AssetJson get(@PathVariable String id, Caller caller) {
        return assets.show(assets.find(id, caller));
    }

    @DeleteMapping("/v1/assets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a file for good; the job that made it stays")
    void delete(@PathVariable String id, Caller caller, HttpServletRequest request) {
        if (!Ids.looksRight(id) || !deleting.delete(caller.orgId(), id, caller.name(), RequestId.of(request))) {
            throw Refused.notFound("asset");
        }
    }
}
