package dev.atelier.providers.fal;

import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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

class FalAgainstTheSandboxTest extends SandboxContract {

    @Test
    void a_film_and_a_mesh_are_made_from_an_image() {
        Made film = made(accepted(ToldServer.order(Kind.VIDEO, "fal-ai/kling-video/v2.1/standard/image-to-video",
                Map.of("fields", Map.of("prompt", "prompt", "image", "image_url")), PICTURE)));
        assertThat(new String(bytes(film.files().getFirst()), 4, 4)).isEqualTo("ftyp");
        Made mesh = made(accepted(ToldServer.order(Kind.MESH, "fal-ai/hunyuan3d/v2",
                Map.of("fields", Map.of("image", "input_image_url")), PICTURE)));
        assertThat(new String(bytes(mesh.files().getFirst()), 0, 4)).isEqualTo("glTF");
        assertThat(mesh.files()).extracting(file -> file.role()).containsExactly("main", "preview");
    }

    @Test
    void a_request_that_waits_can_be_canceled_and_is_seen_so() {
        TaskId task = accepted("waits [sandbox queued=30]");
        Provider.Cancels able = (Provider.Cancels) provider();
        able.cancel(task, account());
        assertThat(((Finished.Failed) end(task).end()).failure().kind()).isEqualTo(ErrorKind.TASK_CANCELED);
        assertThat(able.cancel(task, account()).result()).isEqualTo(CancelOutcome.Result.REFUSED);
    }

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Fal(wire, clock);
    }

    @Override
    protected String path() {
        return "/fal";
    }

    @Override
    protected String key() {
        return "fal-practice-1";
    }

    @Override
    protected Order order(String prompt) {
        return ToldServer.order(Kind.IMAGE, "fal-ai/flux/dev",
                Map.of("fields", Map.of("prompt", "prompt", "ratio", "image_size"), "words",
                        Map.of("image_size", Map.of("16:9", "landscape_16_9"))),
                new Input(prompt, null, List.of(), "16:9", null, null, null, null, "url"));
    }

    @Override
    protected String begins() {
        return "\u00ff\u00d8";
    }

    @Override
    protected Map<String, ErrorKind> refusals() {
        return Map.of("submit=429", ErrorKind.RATE_LIMIT, "submit=503", ErrorKind.CONCURRENCY, "submit=401",
                ErrorKind.AUTH, "submit=403", ErrorKind.QUOTA, "submit=concurrency", ErrorKind.CONCURRENCY,
                "submit=quota", ErrorKind.QUOTA, "fail=credit", ErrorKind.QUOTA, "nonsense=1", ErrorKind.BAD_REQUEST);
    }

    @Override
    protected Map<String, ErrorKind> badEnds() {
        return Map.of("content_input", ErrorKind.CONTENT_INPUT, "content_output", ErrorKind.CONTENT_OUTPUT,
                "generation", ErrorKind.GENERATION_FAILED, "expired", ErrorKind.TASK_EXPIRED);
    }
}
