package dev.atelier.providers.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.SandboxContract;

class VolcengineAgainstTheSandboxTest extends SandboxContract {

    private static final String PICTURE = "data:image/png;base64,iVBORw0KGgo=";

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Volcengine(wire, clock);
    }

    @Override
    protected String path() {
        return "";
    }

    @Override
    protected String key() {
        return "AKEXAMPLE:SKEXAMPLE";
    }

    @Override
    protected String badKey() {
        return "AKEXAMPLE:another";
    }

    @Override
    protected Order order(String prompt) {
        return VolcengineOrders.image(prompt, Instant.now().plusSeconds(600));
    }

    @Override
    protected String begins() {
        return "\u00ff\u00d8";
    }

    @Override
    protected Map<String, ErrorKind> refusals() {
        return Map.of("submit=429", ErrorKind.RATE_LIMIT, "submit=503", ErrorKind.CONCURRENCY, "submit=concurrency",
                ErrorKind.CONCURRENCY, "submit=401", ErrorKind.AUTH, "submit=403", ErrorKind.NOT_ENTITLED,
                "fail=content_input", ErrorKind.CONTENT_INPUT, "fail=credit", ErrorKind.NOT_ENTITLED, "fail=auth",
                ErrorKind.AUTH, "nonsense=1", ErrorKind.BAD_REQUEST);
    }

    @Override
    protected Map<String, ErrorKind> badEnds() {
        return Map.of("content_output", ErrorKind.CONTENT_OUTPUT, "generation", ErrorKind.GENERATION_FAILED, "expired",
                ErrorKind.TASK_EXPIRED);
    }

    @Test
    void a_video_has_a_name_for_each_number_of_frames() {
        for (Order order : new Order[]{VolcengineOrders.video("a boat"), VolcengineOrders.video("a boat", PICTURE),
                VolcengineOrders.video("a boat", PICTURE, PICTURE)}) {
            Made made = made(accepted(order));
            assertThat(new String(bytes(made.files().getFirst()), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        }
        assertThat(accepted(VolcengineOrders.video("a boat", PICTURE, PICTURE)).value())
                .startsWith("jimeng_i2v_first_tail_v30/");
    }
}
