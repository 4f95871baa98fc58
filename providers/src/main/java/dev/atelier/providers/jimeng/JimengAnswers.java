package dev.atelier.providers.jimeng;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Spoken;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Creating;
import dev.atelier.providers.talk.Told;

/** What the gateway's one answer says: its HTTP status is 200 always, so the body decides. */
final class JimengAnswers {

    private final boolean video;
    private final Redaction redaction;
    private final Duration took;

    JimengAnswers(boolean video, Redaction redaction, Spoken spoken) {
        this.video = video;
        this.redaction = redaction;
        this.took = Duration.between(spoken.askedAt(), spoken.answeredAt());
    }

    Optional<Failure> refusal(Reply.Heard heard) {
        return error(heard).filter(error -> error.proof() != JimengErrors.Proof.ENDED).map(this::failure);
    }

    private Optional<JimengErrors.Said> error(Reply.Heard heard) {
        return Json.object(heard.body()).flatMap(body -> JimengErrors.of(body, took));
    }

    private Failure failure(JimengErrors.Said said) {
        return Told.failure(said.proof() == JimengErrors.Proof.NOTHING ? null : said.kind(), said.code(),
                said.message(), null, redaction);
    }

    Optional<Creating.Named> named(ObjectNode answer) {
        Optional<JimengErrors.Said> error = JimengErrors.of(answer, took);
        if (error.isPresent()) {
            return Optional.of(new Creating.Named.End(new Finished.Failed(failure(error.get()))));
        }
        List<ResultFile> files = new ArrayList<>();
        for (JsonNode item : answer.path("data")) {
            String url = Json.text(item, "url");
            String base64 = Json.text(item, "b64_json");
            if (url != null || base64 != null) {
                files.add(new ResultFile("main", url, url == null ? base64 : null));
            }
        }
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Creating.Named.End(new Finished.Success(new Made(List.copyOf(files), units(files)))));
    }

    /** The gateway tells no points: a video is one piece of work, of images each one counts. */
    private Map<String, BigDecimal> units(List<ResultFile> files) {
        return video ? Map.of("task", BigDecimal.ONE) : Map.of("image", BigDecimal.valueOf(files.size()));
    }
}
