package dev.atelier.worker.wiring;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.client.Doorbell;

import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;

/** The starter brings stubs and client; api and worker in one process share them. */
@Configuration
class TemporalWiring {

    @Bean
    DataConverter mainDataConverter() {
        return Payloads.converter();
    }

    @Bean
    Doorbell doorbell(WorkflowClient client, @Value("${atelier.api.public-url:}") String publicUrl) {
        return new Doorbell(client, Optional.of(publicUrl).filter(url -> !url.isBlank()).map(url -> url + "/v1/jobs/"));
    }
}
