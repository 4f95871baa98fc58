package dev.atelier.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.temporal.SearchAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml promises to people who put it on a server. */
class ComposeTest {
    private String text;
    private Map<String, Map<String, Object>> services;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("..", "docker-compose.yml"));
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(text);
        services = file.get("services");
    }

    @Test
    void has_what_a_server_needs_and_what_is_optional_behind_a_profile() {
        assertThat(services.keySet()).containsExactlyInAnyOrder("api", "worker", "temporal", "postgres", "mysql",
                "sandbox");
        assertThat(services).allSatisfy((name, service) -> assertThat(service.containsKey("profiles"))
                .isEqualTo(List.of("mysql", "sandbox").contains(name)));
    }

    @Test
    void every_published_port_is_on_loopback() {
        services.forEach((name, service) -> assertThat((List<?>) service.getOrDefault("ports", List.of()))
                .as(name).allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:")));
    }

    @Test
    void everything_comes_back_after_a_crash() {
        services.forEach((name, service) -> assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped"));
    }

    @Test
    void every_foreign_image_says_when_it_is_healthy() {
        services.forEach(
                (name, service) -> assertThat(service.containsKey("healthcheck") || service.containsKey("build"))
                        .as(name).isTrue());
    }

    @Test
    void no_secret_has_a_default() {
        assertThat(text.lines().filter(line -> line.matches(".*(?<!RANDOM_ROOT_)(PASSWORD|_KEY): .*")))
                .isNotEmpty().allSatisfy(line -> assertThat(line).contains(":?set "));
    }

    @Test
    void each_secret_asked_for_stands_in_the_example() throws IOException {
        String example = Files.readString(Path.of("..", ".env.example"));
        assertThat(text.lines().filter(line -> line.contains(":?"))
                .map(line -> line.replaceAll(".*\\$\\{(\\w+):\\?.*", "$1")))
                .allSatisfy(name -> assertThat(example).contains("\n" + name + "=\n"));
    }

    @Test
    void temporal_is_told_of_our_search_attributes() {
        List<?> command = (List<?>) services.get("temporal").get("command");
        assertThat(
                command.stream().map(Object::toString).filter(word -> word.startsWith("--search-attribute=")).toList())
                .containsExactlyInAnyOrderElementsOf(SearchAttributes.types().entrySet().stream()
                        .map(each -> "--search-attribute=" + each.getKey() + "="
                                + SearchAttributes.word(each.getValue()))
                        .toList());
    }
}
