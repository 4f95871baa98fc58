package dev.atelier.providers.tripo;

import static dev.atelier.providers.testing.ToldServer.OUR_PICTURE;
import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.SandboxContract;
import dev.atelier.providers.testing.ToldServer;

class TripoAgainstTheSandboxTest extends SandboxContract {

    private static final String MODEL = "v3.1-20260211";

    @Test
    void a_model_is_made_from_an_address_from_our_own_image_and_from_views() {
        for (String[] images : new String[][]{{PICTURE}, {OUR_PICTURE}, {OUR_PICTURE, PICTURE}}) {
            Made made = made(accepted(ToldServer.order(Kind.MESH, MODEL, Map.of(), images)));
            assertThat(made.units()).containsKeys("task", "credits");
            assertThat(new String(bytes(made.files().getFirst()), 0, 4)).isEqualTo("glTF");
        }
    }

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Tripo(wire, clock);
    }

    @Override
    protected String path() {
        return "/tripo/v3";
    }

    @Override
    protected String key() {
        return "tsk_practice-1";
    }

    @Override
    protected Order order(String prompt) {
        return ToldServer.order(Kind.MESH, MODEL, Map.of("send", Map.of("face_limit", 20_000, "pbr", true)),
                new Input(prompt, null, List.of(), null, null, null, null, null, "url"));
    }

    @Override
    protected String begins() {
        return "glTF";
    }

    @Override
    protected Map<String, ErrorKind> refusals() {
        return Map.of("submit=429", ErrorKind.RATE_LIMIT, "submit=503", ErrorKind.CONCURRENCY, "submit=401",
                ErrorKind.AUTH, "submit=403", ErrorKind.QUOTA, "submit=concurrency", ErrorKind.CONCURRENCY,
                "submit=quota", ErrorKind.QUOTA, "fail=content_input", ErrorKind.CONTENT_INPUT, "fail=credit",
                ErrorKind.QUOTA, "nonsense=1", ErrorKind.BAD_REQUEST);
    }

    @Override
    protected Map<String, ErrorKind> badEnds() {
        return Map.of("content_output", ErrorKind.CONTENT_OUTPUT, "generation", ErrorKind.GENERATION_FAILED, "expired",
                ErrorKind.TASK_EXPIRED);
    }

    /** That a task does not stand in the list of what was used proves nothing. */
    @Override
    protected Class<? extends Found> whenAbsent() {
        return Found.Undecided.class;
    }
}
