package dev.atelier.api.account;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Findings;
import dev.atelier.db.account.AccountChange;
import dev.atelier.db.account.AccountChange.MediumChange;
import dev.atelier.db.account.AccountView;
import dev.atelier.db.account.AccountView.MediumView;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.Caller;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.UnavailableReason;
import dev.atelier.domain.job.Medium;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** An account's rest by a person's hand; what it has begun always ends. */
@RestController
@Tag(name = "accounts")
class RestingController {
    private static final AllOrganisations ADMIN = AllOrganisations.forLoopsSchedulesAndAdmin();
    private final ManagingAccounts accounts;

    RestingController(ManagingAccounts accounts) {
        this.accounts = accounts;
    }

    /** @param media null: all of them */
    record Media(List<String> media) {
    }

    @PostMapping("/v1/accounts/{id}/pause")
    @Operation(summary = "Switch mediums off (reason manual); no reset and no new credential brings them back")
    AccountJson pause(@PathVariable String id, @RequestBody(required = false) Media body, Caller caller) {
        AccountView account = known(id);
        return change(account, null, media(account, body, is -> is.unavailableReason() != UnavailableReason.MANUAL,
                false), caller);
    }

    @PostMapping("/v1/accounts/{id}/resume")
    @Operation(summary = "End a pause or a drain; what rests for another reason goes on resting")
    AccountJson resume(@PathVariable String id, @RequestBody(required = false) Media body, Caller caller) {
        AccountView account = known(id);
        if (account.status() == AccountStatus.BANNED) {
            throw Refused.conflict("account_banned",
                    "It is banned, not paused. If the ban is over, say so: PATCH {\"status\": \"active\"}.");
        }
        return change(account, AccountStatus.ACTIVE, media(account, body, is -> is.status() != MediumStatus.AVAILABLE
                && is.unavailableReason() == UnavailableReason.MANUAL, true), caller);
    }

    @PostMapping("/v1/accounts/{id}/drain")
    @Operation(summary = "Give it nothing new; `draining` is true until what it has begun has ended")
    AccountJson drain(@PathVariable String id, Caller caller) {
        AccountView account = known(id);
        if (account.status() == AccountStatus.BANNED) {
            throw Refused.conflict("account_banned", "It is banned: it gets nothing new anyway.");
        }
        return change(account, AccountStatus.INACTIVE, Map.of(), caller);
    }

    private static Map<Medium, MediumChange> media(AccountView account, Media body, Predicate<MediumView> wanted,
            boolean available) {
        Findings findings = new Findings();
        List<Medium> asked = body == null || body.media() == null
                ? List.of(Medium.values())
                : body.media().stream().map(word -> findings.word("media", word, Medium.class)).toList();
        findings.orRefuse();
        Map<Medium, MediumChange> changes = new EnumMap<>(Medium.class);
        asked.stream().filter(medium -> wanted.test(account.media().get(medium)))
                .forEach(medium -> changes.put(medium, new MediumChange(available, null, null)));
        return changes;
    }

    private AccountJson change(AccountView account, AccountStatus status, Map<Medium, MediumChange> media,
            Caller caller) {
        return AccountController.shown(accounts.change(ADMIN, account.id(), new AccountChange(account.version(), null,
                null, null, status, null, null, media, null, null, caller.name())));
    }

    private AccountView known(String id) {
        return (Ids.looksRight(id) ? accounts.get(ADMIN, id) : Optional.<AccountView>empty())
                .orElseThrow(() -> Refused.notFound("account"));
    }
}
