package dev.atelier.api.job;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Listing;
import dev.atelier.api.request.Query;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.JobFilter;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.db.job.SubmissionView;
import dev.atelier.db.tenant.Caller;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

@RestController
@Tag(name = "jobs")
class ReadingController {
    private final ReadingJobs jobs;
    private final ShowingJobs showing;

    ReadingController(ReadingJobs jobs, ShowingJobs showing) {
        this.jobs = jobs;
        this.showing = showing;
    }

    @GetMapping("/v1/jobs/{id}")
    @Operation(summary = "One job as it stands")
    JobJson get(@PathVariable String id, Caller caller) {
        return showing.one(find(id, caller));
    }

    @GetMapping("/v1/jobs")
    @Operation(summary = "Your jobs, newest first")
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "kind", in = ParameterIn.QUERY)
    @Parameter(name = "model", in = ParameterIn.QUERY)
    @Parameter(name = "project_id", in = ParameterIn.QUERY)
    @Parameter(name = "created_after", in = ParameterIn.QUERY, description = "RFC 3339")
    @Parameter(name = "created_before", in = ParameterIn.QUERY, description = "RFC 3339")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words that must all be in the prompt")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, usually 20")
    @Parameter(name = "starting_after", in = ParameterIn.QUERY, description = "Id of the last job of the page before")
    Listing<JobJson> list(HttpServletRequest request, Caller caller) {
        Query query = Query.of(request, "status", "kind", "model", "project_id", "created_after", "created_before",
                "q");
        String after = query.id("starting_after");
        if (after != null && jobs.find(caller.orgId(), after).isEmpty()) {
            throw Query.odd("starting_after", "is not a job of yours");
        }
        JobFilter filter = new JobFilter(query.word("status", JobStatus.class), query.word("kind", Kind.class),
                query.text("model"), query.id("project_id"), query.instant("created_after"),
                query.instant("created_before"), query.text("q"), query.limit(), after);
        return Listing.of(jobs.list(caller.orgId(), filter), filter.limit(), "/v1/jobs", showing::ofMany);
    }

    @GetMapping("/v1/jobs/{id}/submissions")
    @Operation(summary = "The ledger: every attempt at a provider, and what became of it")
    Listing<SubmissionView> submissions(@PathVariable String id, HttpServletRequest request, Caller caller) {
        JobView job = find(id, caller);
        List<SubmissionView> ledger = jobs.submissions(caller.orgId(), job.id());
        return Listing.of(ledger, Query.of(request), SubmissionView::id, ShowingJobs.path(job) + "/submissions",
                line -> line);
    }

    private JobView find(String id, Caller caller) {
        if (!Ids.looksRight(id)) {
            throw Refused.notFound("job");
        }
        return jobs.find(caller.orgId(), id).orElseThrow(() -> Refused.notFound("job"));
    }
}
