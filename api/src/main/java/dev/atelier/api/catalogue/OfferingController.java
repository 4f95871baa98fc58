package dev.atelier.api.catalogue;

import java.net.URI;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.problem.RequestId;
import dev.atelier.api.request.Links;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.OfferingModels;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

/** The catalogue, for those who run it: a model a provider has just brought out needs no new version of ours. */
@RestController
@Tag(name = "catalogue")
class OfferingController {
    private final OfferingModels offering;
    private final Catalogue catalogue;
    private final Links links;

    OfferingController(OfferingModels offering, Catalogue catalogue, Links links) {
        this.offering = offering;
        this.catalogue = catalogue;
        this.links = links;
    }

    @GetMapping("/v1/models/{provider}/{model}")
    @Operation(summary = "One model")
    ModelJson get(@PathVariable String provider, @PathVariable String model) {
        return catalogue.find(provider + "/" + model).map(ModelJson::of).orElseThrow(() -> Refused.notFound("model"));
    }

    @PutMapping("/v1/models/{provider}/{model}")
    @Operation(summary = "Offer a model, or change one; jobs may ask for it within seconds. Needs accounts:admin")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "201", description = "Offered from now on")
    ResponseEntity<ModelJson> put(@PathVariable String provider, @PathVariable String model,
            @RequestBody ModelBody body, Caller caller, HttpServletRequest request) {
        String name = provider + "/" + model;
        return switch (offering.put(body.draft(name), caller, RequestId.of(request))) {
            case OfferingModels.Invalid invalid -> throw Refused.invalid(invalid.violations());
            case OfferingModels.Written written when written.made() -> ResponseEntity
                    .created(URI.create(links.to("/v1/models/" + name))).body(ModelJson.of(written.model()));
            case OfferingModels.Written written -> ResponseEntity.ok(ModelJson.of(written.model()));
        };
    }
}
