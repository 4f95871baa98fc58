package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import dev.atelier.activities.job.RowSteps;
import dev.atelier.activities.mesh.ConvertingSteps;
import dev.atelier.db.asset.UploadingAssets;
import dev.atelier.db.job.Conversion;
import dev.atelier.db.job.ConvertingOutputs;
import dev.atelier.db.job.Outputs;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.OutputRef;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.job.Converting;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;

/** Conversions step by step: real rows, real files and real child processes, as the workflow would ask for them. */
final class ConvertingHouse implements AutoCloseable {

    final StepsContext steps = new StepsContext();
    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance(TestEnvironmentOptions
            .newBuilder().setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
            .build());
    private final Converting converting;

    ConvertingHouse() throws IOException {
        temporal.registerActivitiesImplementations(steps.get(ConvertingSteps.class));
        converting = temporal.newActivityStub(Converting.class);
    }

    /** @return id of the asset */
    String upload(byte[] bytes) throws IOException {
        return ((UploadingAssets.Upload.Kept) steps.get(UploadingAssets.class).upload(steps.org, null, "file",
                new ByteArrayInputStream(bytes))).asset().id();
    }

    Next.Convert begin(JobRef job) {
        return (Next.Convert) steps.get(RowSteps.class).open(job);
    }

    Next convert(OutputRef output) {
        return converting.convert(output);
    }

    List<Conversion> outputs(JobRef job) {
        return steps.get(ConvertingOutputs.class).ofJob(steps.org, job.jobId());
    }

    /** All outputs of a job, each of which must succeed. */
    List<Conversion> made(String source, Outputs.Output... outputs) {
        JobRef job = steps.convert(source, outputs);
        Next next = begin(job);
        while (next instanceof Next.Convert convert) {
            next = convert(convert.output());
        }
        assertThat(outputs(job)).allSatisfy(each -> assertThat(each.status()).as("%s", each).isEqualTo("succeeded"));
        return outputs(job);
    }

    @Override
    public void close() throws IOException {
        temporal.close();
        steps.close();
    }
}
