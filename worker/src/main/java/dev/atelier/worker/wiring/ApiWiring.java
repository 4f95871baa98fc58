package dev.atelier.worker.wiring;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import dev.atelier.api.ApiConfiguration;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;

/** The REST interface, in processes that have the role. */
@Configuration
@OnRole(AtelierSettings.Role.API)
@Import(ApiConfiguration.class)
class ApiWiring {
}
