package dev.atelier.api.catalogue;

import java.util.Comparator;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.request.Listing;
import dev.atelier.api.request.Query;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.catalogue.ProviderRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

@RestController
@Tag(name = "catalogue")
class CatalogueController {
    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Where a provider answers is the operators' business, so its address is not shown. */
    record ProviderJson(String id, String object, String status) {
    }

    @GetMapping("/v1/models")
    @Operation(summary = "What can be asked for, and within which limits")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, usually 20")
    @Parameter(name = "starting_after", in = ParameterIn.QUERY)
    Listing<ModelJson> models(HttpServletRequest request) {
        return Listing.of(catalogue.all().stream().sorted(Comparator.comparing(Model::name)).toList(),
                Query.of(request), Model::name, "/v1/models", ModelJson::of);
    }

    @GetMapping("/v1/providers")
    @Operation(summary = "Who makes it")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, usually 20")
    @Parameter(name = "starting_after", in = ParameterIn.QUERY)
    Listing<ProviderJson> providers(HttpServletRequest request) {
        return Listing.of(
                catalogue.providers().stream().sorted(Comparator.comparing(ProviderRow::name)).toList(),
                Query.of(request), ProviderRow::name, "/v1/providers",
                row -> new ProviderJson(row.name(), "provider", row.status()));
    }
}
