package dev.atelier.db.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.atelier.db.audit.Auditing;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.Caller;
import dev.atelier.domain.catalogue.Violation;

/**
 * Models written by API. What is written so is the operator's from then on: the file it came in at first changes it no
 * more. Other processes offer it within seconds.
 */
@Component
public class OfferingModels {

    private final Catalogue catalogue;
    private final ModelRows rows;
    private final Auditing auditing;
    private final Transactions transactions;
    private final Clock clock;

    OfferingModels(Catalogue catalogue, ModelRows rows, Auditing auditing, Transactions transactions, Clock clock) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.auditing = auditing;
        this.transactions = transactions;
        this.clock = clock;
    }

    public sealed interface Answer {
    }

    /** @param made false: it was there and is changed */
    public record Written(Model model, boolean made) implements Answer {
    }

    public record Invalid(List<Violation> violations) implements Answer {
    }

    public Answer put(ModelDraft draft, Caller caller, String requestId) {
        List<Violation> violations = ModelRules.violations(draft);
        if (!violations.isEmpty()) {
            return new Invalid(violations);
        }
        Optional<ProviderRow> provider = catalogue.providers().stream()
                .filter(each -> each.name().equals(draft.provider())).findFirst();
        if (provider.isEmpty()) {
            return new Invalid(List.of(new Violation("id", "must begin with a provider this house speaks to: "
                    + catalogue.providers().stream().map(ProviderRow::name).collect(Collectors.joining(", ")))));
        }
        Answer answer;
        try {
            answer = transactions.in(() -> write(draft, provider.get(), caller, requestId));
        } catch (DuplicateKeyException twins) {
            answer = transactions.in(() -> write(draft, provider.get(), caller, requestId));
        }
        catalogue.readAgain();
        return answer;
    }

    private Answer write(ModelDraft draft, ProviderRow provider, Caller caller, String requestId) {
        Optional<Model> before = rows.all().stream().filter(each -> each.name().equals(draft.name())).findFirst();
        if (before.isPresent() && before.get().kind() != draft.kind()) {
            return new Invalid(List.of(new Violation("kind", "must stay " + before.get().kind().word()
                    + ": jobs and lines go by it")));
        }
        Model model = new Model(before.map(Model::id).orElseGet(Ids::next), provider.id(), provider.name(),
                draft.name(), draft.remoteName(), draft.kind(), draft.limits(), draft.pricing(), draft.settings(),
                Objects.requireNonNullElse(draft.status(), before.map(Model::status).orElse("active")));
        if (before.isPresent()) {
            rows.update(model, clock.instant());
        } else {
            rows.insert(model, clock.instant());
        }
        rows.writtenByApi(model.id());
        // Last: the chain of the organisation is locked from here to the commit.
        auditing.record(caller.orgId(), caller.keyId(), before.isPresent() ? "model.change" : "model.create",
                "model", model.id(), requestId);
        return new Written(model, before.isEmpty());
    }
}
