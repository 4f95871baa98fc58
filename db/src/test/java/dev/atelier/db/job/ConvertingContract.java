package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Next;

/** A conversion's outputs, as the rows lead from one to the next. */
abstract class ConvertingContract extends JobContract {

    private static final Outputs.Output ANALYSIS = new Outputs.Output("analyze", "{}", null);

    @Test
    void an_output_made_twice_counts_once_and_equal_work_finds_it() {
        JobRef job = convert(ANALYSIS, new Outputs.Output("convert", "{\"format\":\"usdz\"}", 0));
        Next.Convert first = (Next.Convert) open(job);
        assertThat(open(job)).isEqualTo(first);

        Next next = made(first);
        assertThat(next).isInstanceOf(Next.Ended.class);
        assertThat(made(first)).isEqualTo(next);
        assertThat(outputs().ofJob(org, job.jobId())).extracting(Conversion::status, Conversion::errorCode)
                .containsExactly(tuple("succeeded", null),
                        tuple("failed", "SOURCE_FAILED"));
        assertThat(view(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(outputs().equal(first.output(), "a hash")).map(Conversion::id).contains(first.output().outputId());
    }

    @Test
    void a_canceled_conversion_leaves_no_output_open_and_a_late_one_changes_nothing() {
        JobRef job = convert(ANALYSIS, ANALYSIS);
        Next.Convert first = (Next.Convert) open(job);
        assertThat(look(job, Decision.cancel("somebody", null, null))).isInstanceOf(Next.Ended.class);
        assertThat(made(first)).isInstanceOf(Next.Ended.class);
        assertThat(outputs().ofJob(org, job.jobId())).extracting(Conversion::status).containsOnly("canceled");
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
    }

    private ConvertingOutputs outputs() {
        return db.get(ConvertingOutputs.class);
    }

    private Next made(Next.Convert output) {
        return outputs().made(output.output(), new ConvertingOutputs.Made(null, "analyze", "{\"faces\":4}", "1",
                Duration.ofMillis(7), 1024, "a hash"));
    }

    private JobRef convert(Outputs.Output... outputs) {
        db.sql().sql("delete from conversions").update();
        Posted posted = db.get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req-1", null, null, null, 5, null,
                null, Map.of(), now().plus(Duration.ofHours(24)), null, null,
                new Outputs(null, "{}", List.of(outputs))));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), org, job.kind(), job.provider());
    }
}
