package dev.atelier.api.project;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Findings;
import dev.atelier.api.request.Listing;
import dev.atelier.api.request.Query;
import dev.atelier.db.tenant.Caller;
import dev.atelier.db.tenant.ProjectPolicies;
import dev.atelier.db.tenant.ProjectPolicies.Policy;
import dev.atelier.db.tenant.Projects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

/** What each project lets happen without asking a person. */
@RestController
@Tag(name = "projects")
class ProjectController {
    private static final String ROUTE = "/v1/projects";
    /** US dollars. */
    private static final BigDecimal MOST = new BigDecimal("100000");
    private static final int LONGEST_NAME = 200;
    private final Projects projects;
    private final ProjectPolicies policies;

    ProjectController(Projects projects, ProjectPolicies policies) {
        this.projects = projects;
        this.policies = policies;
    }

    /**
     * @param maybeUsd      what requests may cost, all together, that are sent again although the one before may have
     *                      been paid
     * @param maybeSpentUsd what of it has been used up
     * @param lateResults   keep or discard
     * @param autoConversions what is made of each finished 3D model without being asked for: preview, lods, usdz
     */
    @Schema(name = "Project")
    record ProjectJson(String id, String object, String name, BigDecimal maybeUsd, BigDecimal maybeSpentUsd,
            String lateResults, List<String> autoConversions) {
        static ProjectJson of(Policy policy) {
            return new ProjectJson(policy.projectId(), "project", policy.name(), policy.maybeUsd(),
                    policy.maybeSpentUsd(), policy.keepLateResults() ? "keep" : "discard",
                    policy.autoConversions());
        }
    }

    @Schema(name = "NewProject")
    record NewProject(String name) {
    }

    /** What is not named stays. */
    @Schema(name = "ProjectChange")
    record ProjectChange(BigDecimal maybeUsd, String lateResults, List<String> autoConversions) {
    }

    @GetMapping(ROUTE)
    @Operation(summary = "Your projects, by name")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, usually 20")
    @Parameter(name = "starting_after", in = ParameterIn.QUERY)
    Listing<ProjectJson> list(HttpServletRequest request, Caller caller) {
        return Listing.of(policies.list(caller.orgId()), Query.of(request), Policy::projectId, ROUTE, ProjectJson::of);
    }

    @PostMapping(ROUTE)
    @Operation(summary = "The project of this name, which is made if there is none")
    ProjectJson ensure(@RequestBody NewProject body, Caller caller) {
        Findings findings = new Findings();
        String name = findings.required("name", body.name(), LONGEST_NAME);
        findings.orRefuse();
        return get(projects.ensure(caller.orgId(), name), caller);
    }

    @GetMapping("/v1/projects/{id}")
    @Operation(summary = "One project")
    ProjectJson get(@PathVariable String id, Caller caller) {
        return policies.find(caller.orgId(), id).map(ProjectJson::of).orElseThrow(() -> Refused.notFound("project"));
    }

    @PatchMapping("/v1/projects/{id}")
    @Operation(summary = "Change what a project allows; needs the scope accounts:admin, because it is about money")
    ProjectJson change(@PathVariable String id, @RequestBody ProjectChange body, Caller caller) {
        Findings findings = new Findings();
        BigDecimal usd = body.maybeUsd();
        if (usd != null && (usd.signum() < 0 || usd.compareTo(MOST) > 0 || usd.stripTrailingZeros().scale() > 6)) {
            findings.refuse("maybe_usd", "must be from 0 to " + MOST + " US dollars, with at most 6 decimals");
        }
        String late = body.lateResults();
        if (late != null && !late.equals("keep") && !late.equals("discard")) {
            findings.refuse("late_results", "must be keep or discard");
        }
        List<String> auto = body.autoConversions();
        if (auto != null && (auto.stream().anyMatch(each -> each == null || !ProjectPolicies.AUTOMATIC.contains(each))
                || new HashSet<>(auto).size() < auto.size())) {
            findings.refuse("auto_conversions", "must be a list of some of " + ProjectPolicies.AUTOMATIC
                    + ", each once; an empty one turns them off");
        }
        findings.orRefuse();
        return policies.change(caller.orgId(), id, usd, late == null ? null : late.equals("keep"), auto,
                caller.keyId())
                .map(ProjectJson::of).orElseThrow(() -> Refused.notFound("project"));
    }
}
