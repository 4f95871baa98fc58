package dev.atelier.providers.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.sandbox.SandboxServer;

/** Vendors' own clients cannot tell the sandbox from the real services. Left out where they cannot be had. */
class OfficialClientsTest {

    private static final int CANNOT_BE_HAD = 3;

    @Test
    void vendors_own_clients_are_satisfied(@TempDir Path state) throws IOException, InterruptedException {
        Path tool = Path.of("").toAbsolutePath().getParent().resolve("tools/official-clients");
        try (SandboxServer sandbox = SandboxServer.start(0, state.resolve("sandbox"))) {
            Path said = state.resolve("said.txt");
            Process clients = new ProcessBuilder(tool.toString(), sandbox.url()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
            boolean ended = clients.waitFor(10, TimeUnit.MINUTES);
            clients.descendants().forEach(ProcessHandle::destroy);
            clients.destroy();
            String lines = Files.readString(said, StandardCharsets.UTF_8);
            assertThat(ended).as(lines).isTrue();
            assumeTrue(clients.exitValue() != CANNOT_BE_HAD, lines);
            assertThat(lines).doesNotContain("FAIL").contains("all good");
        }
    }
}
