package dev.atelier.worker.wiring;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import dev.atelier.providers.embedding.EmbeddingText;
import dev.atelier.providers.http.Wire;
import dev.atelier.worker.settings.AtelierSettings;

/**
 * What both roles ask: providers, workers for everything and the API for the keys of signatures; and for vectors, workers
 * for those of prompts, the API for that of a question.
 */
@Configuration
@Import(Protocols.class)
class AskingWiring {

    @Bean
    EmbeddingText embeddingText(AtelierSettings settings, Clock clock) {
        AtelierSettings.Embeddings endpoint = settings.embeddings();
        return new EmbeddingText(new Wire(clock), endpoint.url(), endpoint.key(), endpoint.model());
    }
}
