package dev.atelier.api.openapi;

import java.util.List;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import dev.atelier.db.tenant.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

/** The interface as it describes itself at /openapi.json. */
@Configuration
class Description {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI atelier() {
        SecurityScheme key = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("Your API key, mk_…");
        return new OpenAPI()
                .info(new Info().title("Atelier").version("v1")
                        .description("Durable media generation: never lost, never paid for twice."))
                .components(new Components().addSecuritySchemes(BEARER, key))
                .security(List.of(new SecurityRequirement().addList(BEARER)));
    }

    /** The describer has a mapper of its own, of Jackson 2; it must name fields as ours does. */
    @Bean
    ModelResolver snakeCase(ObjectMapperProvider mappers) {
        return new ModelResolver(
                mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Bean
    OpenApiCustomizer problemsOfEveryRoute() {
        return new ProblemsOfEveryRoute();
    }
}
