package dev.atelier.embedded.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.embedded.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_taken_port_moves_up() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, Ports.LOOPBACK)) {
            assertThat(new Ports().from(other.getLocalPort())).isGreaterThan(other.getLocalPort());
        }
    }

    @Test
    void one_taken_on_all_networks_counts_as_taken_here() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertThat(new Ports().from(other.getLocalPort())).isGreaterThan(other.getLocalPort());
        }
    }

    @Test
    void no_port_is_given_twice() throws IOException {
        Ports ports = new Ports();
        int first = ports.from(free());
        assertThat(ports.from(first)).isGreaterThan(first);
    }

    @Test
    void the_port_a_person_relies_on_is_kept() throws IOException {
        int port = free();
        assertThat(new Ports().exactly(port, "ATELIER_PORT")).isEqualTo(port);
    }

    @Test
    void or_refused_with_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, Ports.LOOPBACK)) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> new Ports().exactly(port, "ATELIER_PORT")).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + port + " is taken")
                    .hasMessageContaining("ATELIER_PORT=" + (port + 1) + " ./demo")
                    .hasMessageContaining("ss -ltnp");
        }
    }

    @Test
    void the_setting_is_8080_unless_said_otherwise_and_must_be_a_port() {
        assertThat(PortSetting.in(Map.of())).isEqualTo(8080);
        assertThat(PortSetting.in(Map.of("ATELIER_PORT", " 9000 "))).isEqualTo(9000);
        for (String odd : new String[]{"abc", "0", "70000", "-1"})
            assertThatThrownBy(() -> PortSetting.in(Map.of("ATELIER_PORT", odd)))
                    .hasMessageContaining("ATELIER_PORT=" + odd);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, Ports.LOOPBACK)) {
            return socket.getLocalPort();
        }
    }
}
