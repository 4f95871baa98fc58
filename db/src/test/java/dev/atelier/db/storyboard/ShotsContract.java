package dev.atelier.db.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.Staged;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.DecidingNext;
import dev.atelier.db.job.KeepingResults;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.RecordingSubmits;
import dev.atelier.db.job.SendingAttempts;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.DbContract;
import dev.atelier.db.testing.PostedJobs;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.SubmitOutcome;

/** Jobs of storyboards walked by hand on a real database, and the studio's table as another program would use it. */
abstract class ShotsContract extends DbContract {

    static final String IMAGE = "ark/seedream-4.5";
    static final String VIDEO = "ark/seedance-1.5-pro";
    private static final Exchange EXCHANGE = new Exchange("submit", DbContext.START, DbContext.START, 200, "{}", "{}",
            "r-1", null);

    String org;
    PostedJobs jobs;

    @BeforeAll
    void catalogue() {
        jobs = new PostedJobs(db, Ids.next());
    }

    @BeforeEach
    void anotherOrganisation() {
        for (String table : List.of("submissions", "jimeng_accounts")) {
            db.sql().sql("delete from " + table).update();
        }
        org = Ids.next();
        jobs = new PostedJobs(db, org);
    }

    String post(String model, String storyboard) {
        return jobs.post(model, new NewJob.Storyboard("p1", "红楼", "w1", storyboard), null, null);
    }

    JobRef ref(String job, Kind kind) {
        return new JobRef(job, org, kind, "ark");
    }

    String account(String secret, Site site, int priority) {
        var answer = db.get(ManagingAccounts.class).create(new NewAccount("ark", secret, secret, site, null, null,
                priority, null, null, null, null, null, null));
        return ((AccountAnswer.Done) answer).account().id();
    }

    AttemptRef granted(String job, Kind kind) {
        return ((Next.Submit) db.get(DecidingNext.class).next(ref(job, kind), Decision.NONE)).attempt();
    }

    AttemptRef sending(String job, Kind kind) {
        AttemptRef attempt = granted(job, kind);
        assertThat(db.get(SendingAttempts.class).intend(attempt, "worker-1")).isPresent();
        return attempt;
    }

    Next refused(AttemptRef attempt, ErrorKind kind) {
        return db.get(RecordingSubmits.class).record(attempt,
                new SubmitOutcome.NotSent(Failure.of(kind, "Code", "refused"), EXCHANGE));
    }

    Next failed(AttemptRef attempt, ErrorKind kind) {
        return db.get(RecordingSubmits.class).record(attempt, new SubmitOutcome.Answered(
                new Finished.Failed(Failure.of(kind, "Code", "it did not work")), EXCHANGE));
    }

    /** @return the address of what was made */
    String made(AttemptRef attempt) {
        Made made = new Made(List.of(ResultFile.main("https://example.org/a.png")), Map.of("image", BigDecimal.ONE));
        db.get(RecordingSubmits.class).record(attempt,
                new SubmitOutcome.Answered(new Finished.Success(made), EXCHANGE));
        String asset = db.get(KeepingResults.class).toFetch(attempt).orElseThrow().getFirst().assetId();
        db.get(KeepingResults.class).kept(attempt, List.of(new KeepingFiles.Result(asset, "main", picture())));
        return "/v1/assets/" + asset + "/content";
    }

    private Staged picture() {
        try {
            return db.get(KeepingFiles.class).stage(target -> ImageIO
                    .write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", target));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    String make(String storyboard) {
        return made(sending(post(IMAGE, storyboard), Kind.IMAGE));
    }

    int sync() {
        return db.get(SyncingProjects.class).sync(AllOrganisations.forLoopsSchedulesAndAdmin(), () -> {
        });
    }

    String table() {
        return "inference_project";
    }

    Map<String, Object> shot(String storyboard) {
        return db.sql().sql("select * from " + table() + " where org_id = ? and storyboard_id = ?").param(org)
                .param(storyboard).query().singleRow();
    }

    Map<String, Object> record(String job) {
        return db.sql().sql("select * from jimeng_image_generation_records where id = ?").param(job).query()
                .singleRow();
    }

    int status(String job) {
        return ((Number) record(job).get("generation_status")).intValue();
    }

    int count(String sql, Object... params) {
        return db.sql().sql(sql).params(params).query(Integer.class).single();
    }
}
