package dev.atelier.api.account;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Links;
import dev.atelier.api.request.Listing;
import dev.atelier.api.request.Query;
import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.AccountFilter;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.Caller;
import dev.atelier.domain.account.AccountStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

/** The pool, for those who run it. */
@RestController
@Tag(name = "accounts", description = "Needs the scope accounts:admin")
class AccountController {
    private static final AllOrganisations ADMIN = AllOrganisations.forLoopsSchedulesAndAdmin();
    private static final String ROUTE = "/v1/accounts";
    private final ManagingAccounts accounts;
    private final Links links;

    AccountController(ManagingAccounts accounts, Links links) {
        this.accounts = accounts;
        this.links = links;
    }

    @GetMapping(ROUTE)
    @Operation(summary = "The pool, newest first")
    @Parameter(name = "provider", in = ParameterIn.QUERY)
    @Parameter(name = "org_id", in = ParameterIn.QUERY, description = "An organisation's own; self: yours")
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, usually 20")
    @Parameter(name = "starting_after", in = ParameterIn.QUERY)
    Listing<AccountJson> list(HttpServletRequest request, Caller caller) {
        Query query = Query.of(request, "provider", "org_id", "status");
        String after = query.id("starting_after");
        if (after != null && accounts.get(ADMIN, after).isEmpty()) {
            throw Query.odd("starting_after", "is no account");
        }
        String org = "self".equals(query.text("org_id")) ? caller.orgId() : query.id("org_id");
        AccountFilter filter = new AccountFilter(query.text("provider"), org,
                query.word("status", AccountStatus.class), query.limit(), after);
        return Listing.of(accounts.list(ADMIN, filter), filter.limit(), ROUTE, AccountJson::of);
    }

    @GetMapping("/v1/accounts/{id}")
    @Operation(summary = "One account")
    AccountJson get(@PathVariable String id) {
        return accounts.get(ADMIN, known(id)).map(AccountJson::of).orElseThrow(() -> Refused.notFound("account"));
    }

    @PostMapping(ROUTE)
    @Operation(summary = "Add an account; jobs in line for it start at once")
    @ApiResponse(responseCode = "201", description = "Added; or back again, if its credential had been deleted")
    @ApiResponse(responseCode = "409", description = "account_exists: this credential is in the pool already")
    ResponseEntity<AccountJson> create(@RequestBody AccountBody body, Caller caller) {
        AccountJson made = shown(accounts.create(new ReadingBodies(caller).read(body)));
        return ResponseEntity.created(URI.create(links.to(ROUTE + "/" + made.id()))).body(made);
    }

    @PatchMapping("/v1/accounts/{id}")
    @Operation(summary = "Change an account; what is not named stays")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "409", description = "account_changed: somebody was faster, read it again")
    AccountJson change(@PathVariable String id, @RequestBody AccountBody.Change body, Caller caller) {
        return shown(accounts.change(ADMIN, known(id), new ReadingBodies(caller).read(body)));
    }

    @DeleteMapping("/v1/accounts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an account out of the pool; what it has submitted is still looked after")
    void delete(@PathVariable String id, Caller caller) {
        shown(accounts.delete(ADMIN, known(id), caller.name()));
    }

    static String known(String id) {
        if (!Ids.looksRight(id)) {
            throw Refused.notFound("account");
        }
        return id;
    }

    static AccountJson shown(AccountAnswer answer) {
        return switch (answer) {
            case AccountAnswer.Done done -> AccountJson.of(done.account());
            case AccountAnswer.Missing missing -> throw Refused.notFound("account");
            case AccountAnswer.Duplicate twin -> throw Refused.conflict("account_exists",
                    "This credential is in the pool already, as account " + twin.accountId() + ".");
            case AccountAnswer.Stale stale -> throw Refused.conflict("account_changed", "It is at version "
                    + stale.account().version() + " by now: read it again, then change it.");
            case AccountAnswer.Invalid invalid -> throw Refused.invalid(invalid.violations());
        };
    }
}
