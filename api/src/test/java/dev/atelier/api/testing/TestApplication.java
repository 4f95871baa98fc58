package dev.atelier.api.testing;

import java.time.Clock;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import dev.atelier.api.ApiConfiguration;

@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ApiConfiguration.class, Tenants.class, Models.class, Files.class, Rows.class})
public class TestApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
