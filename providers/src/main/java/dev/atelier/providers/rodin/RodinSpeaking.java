package dev.atelier.providers.rodin;

import java.time.Clock;

import com.google.auto.service.AutoService;

import dev.atelier.providers.Provider;
import dev.atelier.providers.Speaking;
import dev.atelier.providers.http.Wire;

@AutoService(Speaking.class)
public final class RodinSpeaking implements Speaking {

    @Override
    public Provider over(Wire wire, Clock clock) {
        return new Rodin(wire, clock);
    }
}
