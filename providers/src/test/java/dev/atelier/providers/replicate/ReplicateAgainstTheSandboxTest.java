package dev.atelier.providers.replicate;

import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.SandboxContract;
import dev.atelier.providers.testing.ToldServer;

class ReplicateAgainstTheSandboxTest extends SandboxContract {

    @Test
    void a_film_and_a_mesh_are_made_of_models_by_name_and_by_version() {
        Made film = made(accepted(ToldServer.order(Kind.VIDEO, "bytedance/seedance-1-lite",
                Map.of("fields", Map.of("prompt", "prompt")))));
        assertThat(new String(bytes(film.files().getFirst()), 4, 4)).isEqualTo("ftyp");
        Made mesh = made(accepted(ToldServer.order(Kind.MESH, "firtoz/trellis:e8f6c452",
                Map.of("fields", Map.of("images", "images")), PICTURE)));
        assertThat(new String(bytes(mesh.files().getFirst()), 0, 4)).isEqualTo("glTF");
    }

    @Test
    void a_prediction_can_be_canceled_while_it_runs() {
        TaskId task = accepted("runs [sandbox seconds=30]");
        assertThat(((Provider.Cancels) provider()).cancel(task, account()).result())
                .isEqualTo(CancelOutcome.Result.CANCELED);
        assertThat(((Finished.Failed) end(task).end()).failure().kind()).isEqualTo(ErrorKind.TASK_CANCELED);
    }

    @Test
    void the_list_tells_every_prediction_of_the_account() {
        TaskId task = accepted("listed");
        assertThat(((Provider.Lists) provider()).list(Instant.now().minusSeconds(60), account()).tasks())
                .anyMatch(entry -> entry.task().equals(task));
    }

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Replicate(wire, clock);
    }

    @Override
    protected String path() {
        return "/replicate/v1";
    }

    @Override
    protected String key() {
        return "replicate-practice-1";
    }

    @Override
    protected Order order(String prompt) {
        return ToldServer.order(Kind.IMAGE, "black-forest-labs/flux-schnell",
                Map.of("fields", Map.of("prompt", "prompt", "ratio", "aspect_ratio")),
                new Input(prompt, null, List.of(), "16:9", null, null, null, null, "url"));
    }

    @Override
    protected String begins() {
        return "PNG";
    }

    @Override
    protected int beginsAt() {
        return 1;
    }

    @Override
    protected Map<String, ErrorKind> refusals() {
        return Map.of("submit=429", ErrorKind.RATE_LIMIT, "submit=503", ErrorKind.RATE_LIMIT, "submit=401",
                ErrorKind.AUTH, "submit=403", ErrorKind.QUOTA, "submit=concurrency", ErrorKind.RATE_LIMIT,
                "submit=quota", ErrorKind.QUOTA, "fail=credit", ErrorKind.QUOTA, "nonsense=1", ErrorKind.BAD_REQUEST);
    }

    @Override
    protected Map<String, ErrorKind> badEnds() {
        return Map.of("content_input", ErrorKind.CONTENT_INPUT, "content_output", ErrorKind.CONTENT_OUTPUT,
                "generation", ErrorKind.GENERATION_FAILED, "expired", ErrorKind.TASK_EXPIRED);
    }
}
