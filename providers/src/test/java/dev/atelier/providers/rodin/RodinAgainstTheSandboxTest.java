package dev.atelier.providers.rodin;

import static dev.atelier.providers.testing.ToldServer.OUR_PICTURE;
import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.SandboxContract;
import dev.atelier.providers.testing.ToldServer;

class RodinAgainstTheSandboxTest extends SandboxContract {

    private static final Map<String, Object> SETTINGS = Map.of("send",
            Map.of("geometry_file_format", "glb", "material", "PBR"));

    @Test
    void the_model_comes_with_its_preview_and_is_charged_by_the_task() {
        Made made = made(accepted("a paper boat"));
        assertThat(made.files()).extracting(ResultFile::role).containsExactly("main", "preview");
        assertThat(made.units()).containsExactly(Map.entry("task", BigDecimal.ONE));
    }

    @Test
    void both_names_of_a_task_are_kept_however_long_they_are() {
        assertThat(accepted("long names").value()).hasSizeBetween(201, TaskId.LONGEST).matches("[\\w-]{36}/ey.*");
    }

    @Test
    void our_pictures_go_along_as_files_and_an_address_is_refused_before_it_is_paid() {
        assertThat(made(accepted(ToldServer.order(Kind.MESH, "Gen-2", SETTINGS, OUR_PICTURE, OUR_PICTURE))).files())
                .isNotEmpty();
        assertThat(provider().submit(ToldServer.order(Kind.MESH, "Gen-2", SETTINGS, PICTURE), account()))
                .isInstanceOfSatisfying(SubmitOutcome.NotSent.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(ErrorKind.BAD_REQUEST));
    }

    @Test
    void while_its_jobs_run_their_share_is_the_progress() throws Exception {
        TaskId task = accepted("slowly [sandbox seconds=30 queued=0]");
        Thread.sleep(50);
        assertThat(look(task)).isInstanceOfSatisfying(Sighting.Working.class, working -> {
            assertThat(working.rawStatus()).isEqualTo("Generating");
            assertThat(working.progress()).isEqualTo(33);
        });
    }

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Rodin(wire, clock);
    }

    @Override
    protected String path() {
        return "/rodin/api/v2";
    }

    @Override
    protected String key() {
        return "rodin-practice-1";
    }

    @Override
    protected Order order(String prompt) {
        return ToldServer.order(Kind.MESH, "Gen-2", SETTINGS,
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

    /** It tells no reasons. */
    @Override
    protected Map<String, ErrorKind> badEnds() {
        return Map.of("content_output", ErrorKind.GENERATION_FAILED, "generation", ErrorKind.GENERATION_FAILED);
    }
}
