package dev.atelier.api.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.ApiSettings;
import dev.atelier.api.problem.Refused;
import dev.atelier.api.problem.RequestId;
import dev.atelier.api.request.CancelAfter;
import dev.atelier.api.request.Fingerprint;
import dev.atelier.api.request.IdempotencyKey;
import dev.atelier.api.request.Links;
import dev.atelier.api.request.Wait;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Posted;
import dev.atelier.db.job.PostingJobs;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

@RestController
@Tag(name = "jobs")
class PostingController {
    private static final String ROUTE = "/v1/jobs";
    private final ReadingRequests requests;
    private final PostingJobs posting;
    private final WaitingForEnds ends;
    private final ShowingJobs showing;
    private final ApiSettings settings;
    private final Links links;

    PostingController(ReadingRequests requests, PostingJobs posting, WaitingForEnds ends, ShowingJobs showing,
            ApiSettings settings, Links links) {
        this.requests = requests;
        this.posting = posting;
        this.ends = ends;
        this.showing = showing;
        this.settings = settings;
        this.links = links;
    }

    @PostMapping(path = ROUTE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask for an image, a video or a 3D model")
    @ApiResponse(responseCode = "201", description = "Ended within the time of Prefer: wait")
    @ApiResponse(responseCode = "202", description = "Taken; it will not be lost")
    ResponseEntity<JobJson> post(@RequestBody JobBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestHeader(name = "Prefer", required = false) List<String> prefer,
            @RequestHeader(name = "Cancel-After", required = false) String cancelAfter, Caller caller,
            HttpServletRequest request) {
        String named = IdempotencyKey.of(key);
        NewJob.IdempotencyKey whole = named == null
                ? null
                : new NewJob.IdempotencyKey("POST", ROUTE, named, Fingerprint.of(request));
        NewJob job = requests.read(body, caller, RequestId.of(request), CancelAfter.of(cancelAfter), whole);
        Optional<Duration> wait = Wait.of(prefer == null ? List.of() : prefer, settings.maxWait());
        return switch (posting.post(job)) {
            case Posted.New fresh -> answer(fresh.job(), wait, new HttpHeaders());
            case Posted.Replayed old -> answer(old.job(), wait, replayed());
            case Posted.KeyReused reused -> throw Refused.unprocessable("idempotency_key_reused", "Idempotency-Key",
                    "came before with another request; take a new key for a new request");
        };
    }

    private ResponseEntity<JobJson> answer(JobView posted, Optional<Duration> wait, HttpHeaders headers) {
        Optional<JobView> waited = wait.flatMap(most -> ends.of(posted, most));
        waited.ifPresent(seen -> headers.set("Preference-Applied", "wait=" + wait.orElseThrow().toSeconds()));
        JobView job = waited.orElse(posted);
        headers.set(HttpHeaders.LOCATION, links.to(ShowingJobs.path(job)));
        HttpStatus status = job.status().terminal() ? HttpStatus.CREATED : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).headers(headers).body(showing.one(job));
    }

    private static HttpHeaders replayed() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotent-Replayed", "true");
        return headers;
    }
}
