package dev.atelier.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void a_deployment_and_its_build_go_together() {
        for (String alone : List.of("deployment", "build")) {
            StandardEnvironment environment = with(ALL);
            environment.getPropertySources()
                    .addFirst(new MapPropertySource("half", Map.of("atelier.worker." + alone, "x")));
            assertThat(missing(environment)).singleElement().asString().contains("ATELIER_WORKER_DEPLOYMENT",
                    "ATELIER_WORKER_BUILD");
        }
    }

    @Test
    void who_needs_less_is_asked_for_less() {
        assertThat(NeededSettings.missing(with(Map.of()), EnumSet.of(Need.DATABASE))).singleElement().asString()
                .contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void the_key_may_lie_in_a_file_with_older_ones_below(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, "n".repeat(40) + "\n\n" + "o".repeat(40) + "\n");
        StandardEnvironment environment = with(Map.of("atelier.secret-key-file", file.toString()));

        assertThat(SecretKeys.of(environment)).containsExactly("n".repeat(40), "o".repeat(40));
    }

    @Test
    void old_keys_stand_beside_the_one_that_seals() {
        assertThat(SecretKeys.of(with(Map.of("atelier.secret-key", "n".repeat(40), "atelier.secret-key-old",
                "o".repeat(40) + " " + "p".repeat(40)))))
                .containsExactly("n".repeat(40), "o".repeat(40), "p".repeat(40));
    }

    @Test
    void a_key_that_is_short_twofold_or_unreadable_is_told() {
        assertThatThrownBy(() -> SecretKeys.of(with(Map.of("atelier.secret-key", "n".repeat(40),
                "atelier.secret-key-old", "short")))).hasMessageContaining("ATELIER_SECRET_KEY_OLD");
        assertThatThrownBy(() -> SecretKeys.of(with(Map.of("atelier.secret-key", "n".repeat(40),
                "atelier.secret-key-file", "/nowhere")))).hasMessageContaining("not both");
        assertThatThrownBy(() -> SecretKeys.of(with(Map.of("atelier.secret-key-file", "/nowhere"))))
                .hasMessageContaining("'/nowhere'");
    }
}
