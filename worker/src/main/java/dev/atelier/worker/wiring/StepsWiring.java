package dev.atelier.worker.wiring;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import dev.atelier.activities.ActivitiesConfiguration;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;

/** The steps and loops, in processes that have the role. */
@Configuration
@OnRole(AtelierSettings.Role.WORKER)
@Import(ActivitiesConfiguration.class)
class StepsWiring {
}
