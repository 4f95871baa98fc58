package dev.atelier.api.account;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.request.Findings;
import dev.atelier.db.account.LeadingAccounts;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.Caller;
import dev.atelier.domain.account.ProxyAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The way an account takes to its provider; like its secret, it goes in and never comes out. */
@RestController
@Tag(name = "accounts")
class ProxyController {
    private static final AllOrganisations ADMIN = AllOrganisations.forLoopsSchedulesAndAdmin();

    private final LeadingAccounts leading;

    ProxyController(LeadingAccounts leading) {
        this.leading = leading;
    }

    @Schema(name = "AccountProxy")
    record ProxyBody(
            @Schema(description = "http:// or socks5://, [user:password@]host:port", requiredMode = Schema.RequiredMode.REQUIRED) String url) {
        @Override
        public String toString() {
            return "ProxyBody[url=***]";
        }
    }

    @PutMapping("/v1/accounts/{id}/proxy")
    @Operation(summary = "Leads all of the account's calls to its provider through a proxy")
    AccountJson lead(@PathVariable String id, @RequestBody ProxyBody body, Caller caller) {
        Findings findings = new Findings();
        String url = findings.required("url", body.url(), ProxyAddress.LONGEST);
        findings.orRefuse();
        return AccountController.shown(leading.lead(ADMIN, AccountController.known(id), url, caller.name()));
    }

    @DeleteMapping("/v1/accounts/{id}/proxy")
    @Operation(summary = "Lets the account call its provider straight again")
    AccountJson straight(@PathVariable String id, Caller caller) {
        return AccountController.shown(leading.lead(ADMIN, AccountController.known(id), null, caller.name()));
    }
}
