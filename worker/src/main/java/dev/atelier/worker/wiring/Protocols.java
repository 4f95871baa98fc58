package dev.atelier.worker.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;

import dev.atelier.providers.Provider;
import dev.atelier.providers.ark.Ark;
import dev.atelier.providers.fal.Fal;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.jimeng.Jimeng;
import dev.atelier.providers.openai.OpenAi;
import dev.atelier.providers.replicate.Replicate;
import dev.atelier.providers.tripo.Tripo;
import dev.atelier.providers.volcengine.Volcengine;
import dev.atelier.worker.settings.AtelierSettings;

/** The providers this application speaks to; one more is one line. Imported by whoever speaks to them. */
public class Protocols {

    @Bean
    List<Provider> providers(Clock clock, AtelierSettings settings) {
        Set<String> off = settings.providers().off();
        Wire wire = new Wire(clock);
        return Stream.<Provider>of(new Ark(wire, clock),
                new Jimeng(wire, clock),
                new Volcengine(wire, clock),
                new Tripo(wire, clock),
                new Fal(wire, clock),
                new Replicate(wire, clock),
                new OpenAi(wire, clock))
                .filter(each -> !off.contains(each.name())).toList();
    }
}
