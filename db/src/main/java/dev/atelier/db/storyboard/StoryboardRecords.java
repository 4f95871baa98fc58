package dev.atelier.db.storyboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.RecordStatus;

/** The two record tables of the first seed; they differ in a few columns. */
@Component
class StoryboardRecords {

    private final JdbcClient sql;
    private final Dialect dialect;

    StoryboardRecords(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    static String table(Kind kind) {
        return "jimeng_" + kind.word() + "_generation_records";
    }

    private static String table(StoryboardJob job) {
        return table(job.kind());
    }

    boolean has(StoryboardJob job) {
        return sql.sql("select count(*) from " + table(job) + " where id = ?").param(job.id()).query(Integer.class)
                .single() == 1;
    }

    /** The live record of this storyboard, if there is one, becomes history. */
    void supersede(StoryboardJob job, Instant now) {
        sql.sql("update " + table(job) + """
                 set is_deleted = true, live_key = null, version = version + 1, update_time = ?
                 where live_key = ?
                """).param(dialect.instant(now)).param(job.liveKey()).update();
    }

    /** @param said what the studio's row of the shot says: its names count, not those the job came with */
    void insert(StoryboardJob job, Shot.Said said, Instant now) {
        List<Object> values = new ArrayList<>(common(job, said, now));
        Input input = job.input();
        values.addAll(job.kind() == Kind.VIDEO
                ? Arrays.asList(input.duration())
                : Arrays.asList(Boolean.TRUE.equals(input.intelligentRatio()), input.sampleStrength()));
        String own = job.kind() == Kind.VIDEO ? "duration" : "intelligent_ratio, sample_strength";
        sql.sql("insert into " + table(job) + """
                 (id, org_id, project_id, project_name, storyboard_id, work_id, storyboard_name, shot_order,
                  chosen_asset_id, model, prompt, negative_prompt, ratio, resolution, response_format, input_images,
                  priority, callback_url, create_by, live_key, create_time, update_time, OWN)
                values (""".replace("OWN", own) + "?, ".repeat(values.size() - 1) + "?)").params(values).update();
    }

    private List<Object> common(StoryboardJob job, Shot.Said said, Instant now) {
        Input input = job.input();
        Shot.Said names = said.orElse(job.storyboard());
        return Arrays.asList(job.id(), job.orgId(), job.storyboard().projectId(), names.projectName(),
                job.storyboard().storyboardId(), names.workId(), names.storyboardName(), names.order(),
                names.chosenAssetId(), job.model(), input.prompt() == null ? "" : input.prompt(),
                input.negativePrompt(), input.ratio(), input.resolution(), input.responseFormat(), images(input),
                job.priority(), job.callbackUrl(), job.createdBy(), job.liveKey(), dialect.instant(now),
                dialect.instant(now));
    }

    private static String images(Input input) {
        return input.imagesOrNone().isEmpty() ? null : Json.write(input.images());
    }

    /** Also of a record that is history: what became of its job stays true. Guarded: an end is for ever. */
    void update(StoryboardJob job, Instant now) {
        StoryboardJob.Try last = job.lastTry();
        List<Object> values = new ArrayList<>(
                Arrays.asList(job.recordStatus().code(), last == null ? null : last.accountId(),
                        last == null ? null : last.site(), job.firstFingerprint(),
                        job.siteSwitches(), Json.write(job.made().stream().map(StoryboardJob.Made::url).toList()),
                        Json.write(job.made().stream().map(StoryboardJob.Made::storageKey).toList()), job.seconds(),
                        job.errorCode(), job.errorMessage(), job.updatedBy(), dialect.instant(now)));
        if (job.kind() == Kind.VIDEO) {
            values.add(last == null ? null : last.remoteTaskId());
        }
        values.add(job.id());
        sql.sql("""
                update TABLE
                   set generation_status = ?, jimeng_accounts_id = ?, site_used = ?, original_session_id = ?,
                       site_switch_count = ?, KIND_urls = ?, KIND_local_paths = ?, generation_time = ?,
                       error_code = ?, error_message = ?, update_by = ?, version = version + 1, update_time = ?REMOTE
                 where id = ? and generation_status in (BEFORE)
                """.replace("BEFORE", codes(job.recordStatus().before())).replace("TABLE", table(job))
                .replace("KIND", job.kind().word()).replace("REMOTE",
                        job.kind() == Kind.VIDEO ? ", remote_task_id = ?" : ""))
                .params(values).update();
    }

    private static String codes(Set<RecordStatus> statuses) {
        return statuses.stream().map(status -> String.valueOf(status.code())).collect(Collectors.joining(", "));
    }
}
