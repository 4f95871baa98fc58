package dev.atelier.providers.tencent;

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
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.SandboxContract;
import dev.atelier.providers.testing.ToldServer;

class TencentAgainstTheSandboxTest extends SandboxContract {

    private static final Map<String, Object> SETTINGS = Map.of("send", Map.of("EnablePBR", true));

    @Test
    void a_model_is_made_from_an_address_from_our_own_image_and_from_views() throws Exception {
        for (List<String> images : List.of(List.of(PICTURE), List.of(OUR_PICTURE), List.of(OUR_PICTURE, PICTURE))) {
            Made made = made(accepted(order(null, images)));
            assertThat(made.files()).extracting(ResultFile::role).containsExactly("main", "preview");
            assertThat(made.units()).containsEntry("credits", BigDecimal.valueOf(images.size() > 1 ? 45 : 35));
        }
    }

    @Test
    void words_beside_an_image_are_refused_before_anything_is_asked() {
        assertThat(provider().submit(order("a paper boat", List.of(PICTURE)), account()))
                .isInstanceOfSatisfying(SubmitOutcome.NotSent.class, refused -> {
                    assertThat(refused.failure().kind()).isEqualTo(ErrorKind.BAD_REQUEST);
                    assertThat(refused.exchange().httpStatus()).isZero();
                });
    }

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Tencent(wire, clock);
    }

    @Override
    protected String path() {
        return "";
    }

    @Override
    protected String key() {
        return "AKIDEXAMPLE:SKEXAMPLE";
    }

    @Override
    protected String badKey() {
        return "AKIDEXAMPLE:SKWRONG";
    }

    @Override
    protected Order order(String prompt) {
        return order(prompt, List.of());
    }

    private static Order order(String prompt, List<String> images) {
        return ToldServer.order(Kind.MESH, "3.0", SETTINGS,
                new Input(prompt, null, images, null, null, null, null, null, "url"));
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
                ErrorKind.GENERATION_FAILED);
    }
}
