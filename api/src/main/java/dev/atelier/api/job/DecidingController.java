package dev.atelier.api.job;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.problem.RequestId;
import dev.atelier.api.request.Findings;
import dev.atelier.api.request.Links;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.DecidingJobs;
import dev.atelier.db.job.DecidingJobs.Answer;
import dev.atelier.db.tenant.Caller;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.provider.TaskId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

/** Cancel, retry, adopt: taken down here, carried out by the job's workflow. */
@RestController
@Tag(name = "jobs")
class DecidingController {
    private static final int LONGEST_REASON = 500;
    private final DecidingJobs deciding;
    private final ShowingJobs showing;
    private final Links links;

    record Reason(String reason) {
    }

    record Adoption(String remoteTaskId, String reason) {
    }

    DecidingController(DecidingJobs deciding, ShowingJobs showing, Links links) {
        this.deciding = deciding;
        this.showing = showing;
        this.links = links;
    }

    @PostMapping("/v1/jobs/{id}/cancel")
    @Operation(summary = "Give a job up")
    @ApiResponse(responseCode = "202", description = "Asked for; the job ends as canceled unless its end comes first")
    @ApiResponse(responseCode = "409", description = "job_not_cancelable: it has ended")
    ResponseEntity<JobJson> cancel(@PathVariable String id, @RequestBody(required = false) Reason body, Caller caller,
            HttpServletRequest request) {
        return decide(id, caller, Decision.cancel(caller.name(), reason(body), RequestId.of(request)),
                "job_not_cancelable");
    }

    @PostMapping("/v1/jobs/{id}/retry")
    @Operation(summary = "Go on with a parked job, or do an ended one again as a new job")
    @ApiResponse(responseCode = "202", description = "The same job if it was parked, else the new one")
    @ApiResponse(responseCode = "409", description = "job_not_retryable")
    ResponseEntity<JobJson> retry(@PathVariable String id, @RequestBody(required = false) Reason body, Caller caller,
            HttpServletRequest request) {
        return decide(id, caller, Decision.retry(caller.name(), reason(body), RequestId.of(request)),
                "job_not_retryable");
    }

    @PostMapping("/v1/jobs/{id}/adopt")
    @Operation(summary = "Tell a parked job which task at the provider is its own")
    @ApiResponse(responseCode = "202", description = "The job looks at that task from now on")
    @ApiResponse(responseCode = "409", description = "job_not_adoptable")
    ResponseEntity<JobJson> adopt(@PathVariable String id, @RequestBody Adoption body, Caller caller,
            HttpServletRequest request) {
        Findings findings = new Findings();
        String task = findings.required("remote_task_id", body.remoteTaskId(), TaskId.LONGEST);
        String reason = findings.text("reason", body.reason(), LONGEST_REASON);
        findings.orRefuse();
        return decide(id, caller, Decision.adopt(caller.name(), reason, RequestId.of(request), task),
                "job_not_adoptable");
    }

    private ResponseEntity<JobJson> decide(String id, Caller caller, Decision decision, String code) {
        if (!Ids.looksRight(id)) {
            throw Refused.notFound("job");
        }
        Answer answer = deciding.decide(caller.orgId(), id, decision).orElseThrow(() -> Refused.notFound("job"));
        return switch (answer) {
            case Answer.Taken taken -> ResponseEntity.accepted()
                    .header(HttpHeaders.LOCATION, links.to(ShowingJobs.path(taken.job())))
                    .body(showing.one(taken.job()));
            case Answer.NotNow not -> throw Refused.conflict(code,
                    "The job is " + not.job().status().word() + ": " + not.why());
        };
    }

    private static String reason(Reason body) {
        Findings findings = new Findings();
        String reason = body == null ? null : findings.text("reason", body.reason(), LONGEST_REASON);
        findings.orRefuse();
        return reason;
    }
}
