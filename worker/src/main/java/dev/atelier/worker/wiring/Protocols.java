package dev.atelier.worker.wiring;

import java.time.Clock;

import org.springframework.context.annotation.Bean;

import dev.atelier.providers.ark.Ark;
import dev.atelier.providers.http.Wire;

/** The providers this application speaks to. Imported by whoever speaks to them; not found by itself. */
public class Protocols {

    @Bean
    Ark ark(Clock clock) {
        return new Ark(new Wire(clock), clock);
    }
}
