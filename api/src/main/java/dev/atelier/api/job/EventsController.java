package dev.atelier.api.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refusal;
import dev.atelier.api.problem.Refused;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.db.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job's changes as server-sent events. Each carries the whole job, so a reader that was away needs only the last one:
 * {@code Last-Event-ID} names the state it has seen.
 */
@RestController
@Tag(name = "jobs")
class EventsController {
    private static final long PAUSE = 300;
    private static final int PAUSES_PER_SIGN_OF_LIFE = 50;
    private final ReadingJobs jobs;
    private final ShowingJobs showing;
    private final Watchers watchers;
    private final JsonMapper json;

    EventsController(ReadingJobs jobs, ShowingJobs showing, Watchers watchers, JsonMapper json) {
        this.jobs = jobs;
        this.showing = showing;
        this.watchers = watchers;
        this.json = json;
    }

    @GetMapping(path = "/v1/jobs/{id}/events")
    @Operation(summary = "A job's changes as they come (text/event-stream), until it has ended")
    @ApiResponse(responseCode = "200", description = "Events named job.<status>; data is the job")
    @ApiResponse(responseCode = "503", description = "too_many_watchers: ask for the job instead")
    void events(@PathVariable String id, @RequestHeader(name = "Last-Event-ID", required = false) String seen,
            Caller caller, HttpServletRequest request, HttpServletResponse response) {
        JobView job = Ids.looksRight(id) ? jobs.find(caller.orgId(), id).orElse(null) : null;
        if (job == null) {
            throw Refused.notFound("job");
        }
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        watchers.admit(() -> follow(job, seen, response)).orElseThrow(() -> new Refused(Refusal
                .of(HttpStatus.SERVICE_UNAVAILABLE, "too_many_watchers", "Ask for the job itself now and then.")
                .again(2)));
    }

    private boolean follow(JobView first, String seen, HttpServletResponse response) throws InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        JobView job = first;
        String last = seen;
        try {
            OutputStream out = response.getOutputStream();
            for (int pauses = 0; !watchers.stopping(); pauses++) {
                last = tell(job, last, pauses % PAUSES_PER_SIGN_OF_LIFE == 0, out);
                if (job.status().terminal()) {
                    return true;
                }
                Thread.sleep(PAUSE);
                job = jobs.find(job.orgId(), job.id()).orElse(job);
            }
        } catch (IOException readerIsGone) {
            return false;
        }
        return true;
    }

    private String tell(JobView job, String last, boolean signOfLife, OutputStream out) throws IOException {
        String state = state(job);
        if (!state.equals(last)) {
            String event = "id: " + state + "\nevent: job." + (job.needsAttention() == null
                    ? job.status().word()
                    : "needs_attention") + "\ndata: " + json.writeValueAsString(showing.ofMany(job)) + "\n\n";
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } else if (signOfLife) {
            out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return state;
    }

    private static String state(JobView job) {
        return Integer.toHexString(Objects.hash(job.status().word(), job.progress(), job.queuePosition(),
                job.needsAttention() == null ? null : job.needsAttention().since(), job.attempt(),
                job.cancelRequestedAt(), job.retriedByJobId()));
    }
}
