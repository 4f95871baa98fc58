package dev.atelier.worker.wiring;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.atelier.worker.settings.MissingSetting;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.client.Doorbell;

import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;

/** The starter brings stubs and client; api and worker in one process share them. */
@Configuration
class TemporalWiring {

    @Bean
    DataConverter mainDataConverter(@Value("${spring.temporal.connection.target:}") String target) {
        if (target.isBlank()) {
            throw new MissingSetting("SPRING_TEMPORAL_CONNECTION_TARGET", "127.0.0.1:7233");
        }
        return Payloads.converter();
    }

    @Bean
    Doorbell doorbell(WorkflowClient client, @Value("${atelier.api.public-url:}") String publicUrl) {
        return new Doorbell(client, Optional.of(publicUrl).filter(url -> !url.isBlank()).map(url -> url + "/v1/jobs/"));
    }
}
