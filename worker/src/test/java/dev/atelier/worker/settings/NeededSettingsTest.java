package dev.atelier.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class NeededSettingsTest {

    private static final Map<String, Object> ALL = Map.of("spring.datasource.url", "jdbc:postgresql://x/y",
            "spring.temporal.connection.target", "127.0.0.1:7233", "atelier.storage.root", "/tmp/files",
            "atelier.secret-key", "0123456789012345678901234567890123456789");

    private static StandardEnvironment with(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    private static List<String> missing(StandardEnvironment environment) {
        return NeededSettings.missing(environment, EnumSet.allOf(Need.class));
    }

    @Test
    void all_that_is_missing_is_named_at_once_with_an_example() {
        assertThat(missing(with(Map.of()))).hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("SPRING_DATASOURCE_URL", "jdbc:postgresql"))
                .anySatisfy(line -> assertThat(line).contains("SPRING_TEMPORAL_CONNECTION_TARGET", "7233"))
                .anySatisfy(line -> assertThat(line).contains("ATELIER_STORAGE_ROOT"))
                .anySatisfy(line -> assertThat(line).contains("ATELIER_SECRET_KEY", "openssl"));
    }

    @Test
    void with_all_of_them_nothing_is_missing() {
        assertThat(missing(with(ALL))).isEmpty();
    }

    @Test
    void a_role_that_does_not_exist_is_named() {
        StandardEnvironment environment = with(ALL);
        environment.getPropertySources()
                .addFirst(new MapPropertySource("roles", Map.of("atelier.roles", "api, cook")));
        assertThat(missing(environment)).singleElement().asString().contains("'cook'");
    }

    @Test
    void who_needs_less_is_asked_for_less() {
        assertThat(NeededSettings.missing(with(Map.of()), EnumSet.of(Need.DATABASE))).singleElement().asString()
                .contains("SPRING_DATASOURCE_URL");
    }
}
