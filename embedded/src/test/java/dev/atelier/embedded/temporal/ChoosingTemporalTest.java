package dev.atelier.embedded.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real tools/temporal, in a checkout of its own. */
class ChoosingTemporalTest {
    @TempDir
    Path checkout;
    private final Map<String, String> environment = new HashMap<>(Map.of("PYTHON", "no-python-here"));

    @BeforeEach
    void a_checkout() throws IOException {
        Path script = Folders.made(checkout.resolve("tools")).resolve("temporal");
        Files.copy(Path.of("..", "tools", "temporal"), script);
        script.toFile().setExecutable(true);
        environment.put("PATH", Folders.made(checkout.resolve("bin")) + ":/usr/bin:/bin");
    }

    @Test
    void an_address_wins_over_everything() throws IOException {
        program("bin/temporal");
        environment.put("TEMPORAL_ADDRESS", "10.0.0.7:7233");
        environment.put("TEMPORAL_UI_URL", "http://10.0.0.7:8233");
        assertThat(choose()).isEqualTo(new Temporal.Given("10.0.0.7:7233", "http://10.0.0.7:8233"));
    }

    @Test
    void then_the_command_line_on_the_path() throws IOException {
        Path onPath = program("bin/temporal");
        program(".tools/temporal");
        assertThat(choose()).isEqualTo(new Temporal.DevServer(onPath));
    }

    @Test
    void then_the_one_installed_in_the_checkout() throws IOException {
        program(".tools/temporal");
        assertThat(choose()).isInstanceOfSatisfying(Temporal.DevServer.class,
                server -> assertThat(server.cli()).endsWith(Path.of(".tools", "temporal")));
    }

    @Test
    void then_the_test_server_and_it_says_why() {
        assertThat(choose()).isInstanceOfSatisfying(Temporal.TestServer.class,
                server -> assertThat(server.because()).contains("no python3").contains("install the temporal CLI"));
    }

    @Test
    void a_link_into_a_folder_that_went_away_is_not_taken() throws IOException {
        Files.createSymbolicLink(Folders.made(checkout.resolve(".tools")).resolve("temporal"),
                Path.of("gone/temporal"));
        assertThat(choose()).isInstanceOf(Temporal.TestServer.class);
    }

    private Temporal choose() {
        return new ChoosingTemporal(environment, new Tool(checkout, "temporal", environment)).choose();
    }

    private Path program(String where) throws IOException {
        Path file = checkout.resolve(where);
        Folders.made(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        file.toFile().setExecutable(true);
        return file;
    }
}
