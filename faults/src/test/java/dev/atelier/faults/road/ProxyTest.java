package dev.atelier.faults.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of weather and accident is felt at the other end. The server says back what it hears. */
class ProxyTest {
    private ServerSocket echo;
    private Proxy road;
    private Socket client;

    @BeforeEach
    void build_the_road() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        road = new Proxy(0, echo.getLocalPort(), 1);
        client = new Socket(InetAddress.getLoopbackAddress(), road.port());
        client.setSoTimeout(5_000);
    }

    @AfterEach
    void close_it() throws IOException {
        client.close();
        road.close();
        echo.close();
    }

    @Test
    void in_clear_weather_all_arrives() throws IOException {
        assertThat(said("hello")).isEqualTo("hello");
        assertThat(road.accepted()).isEqualTo(1);
    }

    @Test
    void what_is_late_takes_its_time_in_both_directions() throws IOException {
        road.weather(new Weather.Late(Duration.ofMillis(60), Duration.ofMillis(20)));
        long began = System.nanoTime();
        assertThat(said("hello")).isEqualTo("hello");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void a_black_hole_swallows_all_until_the_weather_clears() throws IOException {
        road.weather(new Weather.BlackHole());
        client.getOutputStream().write("hello".getBytes());
        client.setSoTimeout(200);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        road.weather(Weather.CLEAR);
        client.setSoTimeout(5_000);
        assertThat(client.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes());
    }

    @Test
    void a_reset_is_no_orderly_end() throws IOException {
        said("hello");
        road.reset();
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void a_half_closed_connection_reads_its_end_and_can_still_write() throws IOException {
        said("hello");
        road.halfClose();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        client.getOutputStream().write(1);
    }

    @Test
    void slices_and_a_narrow_road_lose_nothing() throws IOException {
        road.weather(new Weather.Sliced(3, Duration.ofMillis(1)));
        assertThat(said("hello, sliced")).isEqualTo("hello, sliced");
        road.weather(new Weather.Slow(100));
        long began = System.nanoTime();
        assertThat(said("twenty bytes, slowly")).isEqualTo("twenty bytes, slowly");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(140));
    }

    private String said(String words) throws IOException {
        client.getOutputStream().write(words.getBytes());
        return new String(client.getInputStream().readNBytes(words.length()));
    }

    private void answer() {
        try (Socket heard = echo.accept()) {
            heard.getInputStream().transferTo(heard.getOutputStream());
        } catch (IOException broken) {
            // As the test wanted it.
        }
    }
}
