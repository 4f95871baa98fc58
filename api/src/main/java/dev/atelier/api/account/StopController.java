package dev.atelier.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Findings;
import dev.atelier.db.account.PoolStop;
import dev.atelier.db.account.StoppingProviders;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/** No new submissions to a provider: made by the pool when several accounts fail alike, or by a person. */
@RestController
@Tag(name = "accounts")
class StopController {
    private static final AllOrganisations ADMIN = AllOrganisations.forLoopsSchedulesAndAdmin();
    private static final int WEEK = 7 * 24 * 60;
    private final StoppingProviders stopping;
    private final Catalogue catalogue;

    StopController(StoppingProviders stopping, Catalogue catalogue) {
        this.stopping = stopping;
        this.catalogue = catalogue;
    }

    @Schema(name = "Stop")
    record StopJson(String object, String provider, String reason, String detail, Instant since, Instant until,
            String by) {
        static StopJson of(PoolStop stop) {
            return new StopJson("stop", stop.provider(), stop.reason(), stop.detail(), stop.since(), stop.until(),
                    stop.by());
        }
    }

    record Stops(String object, List<StopJson> data, boolean hasMore, String url) {
    }

    /** @param minutes 1 to a week's; null: an hour's */
    record StopBody(String reason, Integer minutes) {
    }

    @GetMapping("/v1/stops")
    @Operation(summary = "Providers that get no submissions now, and why")
    Stops list() {
        return new Stops("list", stopping.standing(ADMIN).stream().map(StopJson::of).toList(), false, "/v1/stops");
    }

    @PostMapping("/v1/providers/{id}/stop")
    @Operation(summary = "Send nothing new to a provider for a while; what was sent is looked after")
    StopJson stop(@PathVariable("id") String provider, @RequestBody(required = false) StopBody body, Caller caller) {
        known(provider);
        Findings findings = new Findings();
        String reason = findings.text("reason", body == null ? null : body.reason(), 1000);
        Integer minutes = findings.within("minutes", body == null ? null : body.minutes(), 1, WEEK);
        findings.orRefuse();
        Duration lasts = Duration.ofMinutes(minutes == null ? 60 : minutes);
        if (!stopping.stop(ADMIN, provider, reason, lasts, caller.name())) {
            throw Refused.conflict("provider_stopped", "It is stopped already: end that stop first, by DELETE.");
        }
        return standing(provider);
    }

    @DeleteMapping("/v1/providers/{id}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a stop; jobs in line start at once")
    void lift(@PathVariable("id") String provider, Caller caller) {
        known(provider);
        if (!stopping.lift(ADMIN, provider, caller.name())) {
            throw Refused.notFound("stop");
        }
    }

    private StopJson standing(String provider) {
        return stopping.standing(ADMIN).stream().filter(stop -> stop.provider().equals(provider)).findFirst()
                .map(StopJson::of).orElseThrow(() -> Refused.notFound("stop"));
    }

    private void known(String provider) {
        if (catalogue.providers().stream().noneMatch(each -> each.name().equals(provider))) {
            throw Refused.notFound("provider");
        }
    }
}
