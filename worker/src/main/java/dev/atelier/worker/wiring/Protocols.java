package dev.atelier.worker.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;

import dev.atelier.providers.Provider;
import dev.atelier.providers.Speaking;
import dev.atelier.providers.ThroughProxies;
import dev.atelier.providers.http.Wire;
import dev.atelier.worker.settings.AtelierSettings;

/** The providers this application speaks to: all there are, but those that are switched off. */
public class Protocols {

    @Bean
    ThroughProxies throughProxies(Clock clock) {
        return new ThroughProxies(new Wire(clock), clock);
    }

    @Bean
    List<Provider> providers(Clock clock, AtelierSettings settings) {
        Set<String> off = settings.providers().off();
        return Speaking.all(new Wire(clock), clock).stream().filter(each -> !off.contains(each.name())).toList();
    }
}
