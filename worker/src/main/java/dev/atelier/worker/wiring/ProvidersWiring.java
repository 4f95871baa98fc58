package dev.atelier.worker.wiring;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.atelier.activities.job.CallbackBase;
import dev.atelier.activities.job.ModerationPolicy;
import dev.atelier.providers.fetch.Downloads;
import dev.atelier.providers.fetch.Posting;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.moderation.AskingModerator;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;

/** How results are fetched from wherever they lie, and where providers reach us. */
@Configuration
@OnRole(AtelierSettings.Role.WORKER)
class ProvidersWiring {

    private static final Duration WEBHOOK_DEADLINE = Duration.ofSeconds(20);

    @Bean
    Downloads downloads(AtelierSettings settings) {
        AtelierSettings.Fetch fetch = settings.fetch();
        return new Downloads(fetch.reach(), fetch.maxBytes(), fetch.deadline());
    }

    @Bean
    CallbackBase callbackBase(AtelierSettings settings) {
        return CallbackBase.of(settings.callbacks().publicUrl(), settings.fetch().allowPrivate());
    }

    @Bean
    AskingModerator askingModerator(AtelierSettings settings, Clock clock) {
        AtelierSettings.Moderation asked = settings.moderation();
        return new AskingModerator(new Wire(clock), asked.url(), asked.key(), asked.model(), asked.timeout());
    }

    @Bean
    ModerationPolicy moderationPolicy(AtelierSettings settings) {
        return settings.moderation().policy();
    }

    @Bean
    Posting posting(AtelierSettings settings) {
        return new Posting(settings.fetch().reach(), WEBHOOK_DEADLINE);
    }
}
