package dev.atelier.providers.meshy;

import static dev.atelier.providers.testing.ToldServer.OUR_PICTURE;
import static dev.atelier.providers.testing.ToldServer.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.SandboxContract;
import dev.atelier.providers.testing.ToldServer;

class MeshyAgainstTheSandboxTest extends SandboxContract {

    private static final Map<String, Object> SETTINGS = Map.of("send", Map.of("target_polycount", 20_000), "textures",
            Map.of("should_texture", true));

    @Test
    void images_bring_a_textured_model_words_the_bare_shape() throws Exception {
        Made bare = made(accepted("a paper boat"));
        assertThat(bare.files()).extracting(ResultFile::role).containsExactly("main", "preview");
        assertThat(bare.units()).containsEntry("credits", BigDecimal.valueOf(20));
        for (String[] images : new String[][]{{OUR_PICTURE}, {OUR_PICTURE, PICTURE}}) {
            Made textured = made(accepted(ToldServer.order(Kind.MESH, "meshy-6", SETTINGS, images)));
            assertThat(textured.files()).extracting(ResultFile::role).containsExactly("main", "preview",
                    "texture_base_color");
            assertThat(textured.units()).containsEntry("credits", BigDecimal.valueOf(30));
        }
    }

    @Test
    void every_task_of_the_account_is_listed() {
        String words = accepted("listed").value();
        String image = accepted(ToldServer.order(Kind.MESH, "meshy-6", SETTINGS, PICTURE)).value();
        Listing listing = ((Provider.Lists) provider()).list(Instant.now().minusSeconds(60), account());
        assertThat(listing.complete()).isTrue();
        assertThat(listing.tasks()).extracting(each -> each.task().value()).contains(words, image);
    }

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Meshy(wire, clock);
    }

    @Override
    protected String path() {
        return "/meshy/openapi";
    }

    @Override
    protected String key() {
        return "meshy-practice-1";
    }

    @Override
    protected Order order(String prompt) {
        return ToldServer.order(Kind.MESH, "meshy-6", SETTINGS,
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
}
