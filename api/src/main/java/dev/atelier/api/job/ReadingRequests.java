package dev.atelier.api.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.problem.UnreadableBody;
import dev.atelier.api.request.Findings;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Outputs;
import dev.atelier.db.tenant.Caller;
import dev.atelier.db.tenant.Projects;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;
import dev.atelier.domain.job.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a body to a job that may be stored; or all that is wrong with it. */
@Component
class ReadingRequests {
    private static final int USUAL_PRIORITY = 5;
    private final Catalogue catalogue;
    private final Projects projects;
    private final InputImages images;
    private final Extras extras;
    private final ReadingOutputs outputs;
    private final JsonMapper json;
    private final Clock clock;

    ReadingRequests(Catalogue catalogue, Projects projects, InputImages images, Extras extras,
            ReadingOutputs outputs, JsonMapper json, Clock clock) {
        this.catalogue = catalogue;
        this.projects = projects;
        this.images = images;
        this.extras = extras;
        this.outputs = outputs;
        this.json = json;
        this.clock = clock;
    }

    NewJob read(JobBody body, Caller caller, String requestId, Duration cancelAfter, NewJob.IdempotencyKey key) {
        Findings findings = new Findings();
        Kind kind = kind(body, findings);
        if (kind == Kind.CONVERSION) {
            return conversion(body, caller, requestId, cancelAfter, key, findings);
        }
        Model model = model(body, kind, findings).orElse(null);
        Input input = input(body.input(), model, caller, findings);
        String project = project(body.projectId(), caller, findings);
        Integer priority = findings.within("priority", body.priority(), 0, 9);
        extras.check(body, kind, findings);
        findings.orRefuse();
        return new NewJob(caller.orgId(), caller.keyId(), requestId, model, input, project,
                priority == null ? USUAL_PRIORITY : priority, body.webhookUrl(), extras.events(body),
                extras.metadata(body), clock.instant().plus(cancelAfter), body.storyboard(), key);
    }

    /** Made here, by no model of a provider. */
    private NewJob conversion(JobBody body, Caller caller, String requestId, Duration cancelAfter,
            NewJob.IdempotencyKey key, Findings findings) {
        if (body.model() != null) {
            findings.refuse("model", "a conversion is made here and takes none");
        }
        if (body.storyboard() != null) {
            findings.refuse("storyboard", "is for images and videos");
        }
        Outputs asked = outputs.read(body.input(), caller, findings);
        String project = project(body.projectId(), caller, findings);
        Integer priority = findings.within("priority", body.priority(), 0, 9);
        extras.check(body, Kind.CONVERSION, findings);
        findings.orRefuse();
        return new NewJob(caller.orgId(), caller.keyId(), requestId, null, null, project,
                priority == null ? USUAL_PRIORITY : priority, body.webhookUrl(), extras.events(body),
                extras.metadata(body), clock.instant().plus(cancelAfter), null, key, asked);
    }

    private static Kind kind(JobBody body, Findings findings) {
        return findings.word("kind", findings.required("kind", body.kind(), 20), Kind.class);
    }

    private Optional<Model> model(JobBody body, Kind kind, Findings findings) {
        String name = findings.required("model", body.model(), 128);
        if (name == null || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Optional<Model> model = catalogue.find(name).filter(known -> !"inactive".equals(known.status()));
        if (model.isEmpty()) {
            findings.refuse("model", "'" + name + "' is not offered here; GET /v1/models lists what is");
        }
        model.filter(known -> kind != null && known.kind() != kind).ifPresent(other -> findings.refuse("model",
                "'" + name + "' makes " + other.kind().word() + ", not " + kind.word()));
        return model;
    }

    private Input input(JsonNode asked, Model model, Caller caller, Findings findings) {
        if (asked == null || asked.isNull()) {
            findings.refuse("input", "is required");
            return null;
        }
        Input input = understood(asked);
        findings.unicode("input.prompt", input.prompt());
        findings.text("input.negative_prompt", input.negativePrompt(), Integer.MAX_VALUE);
        images.check(input.imagesOrNone(), caller, findings);
        if (model == null) {
            return input;
        }
        InputRules.Reading reading = InputRules.read(input, model.limits());
        findings.addAll(reading.violations());
        return reading.input();
    }

    private Input understood(JsonNode asked) {
        try {
            return json.treeToValue(asked, Input.class);
        } catch (JacksonException odd) {
            throw new Refused(UnreadableBody.of(odd.prependPath(JobBody.class, "input")));
        }
    }

    private String project(String id, Caller caller, Findings findings) {
        if (id != null && !(Ids.looksRight(id) && projects.has(caller.orgId(), id))) {
            findings.refuse("project_id", "is not a project of yours");
        }
        return id;
    }
}
