package dev.atelier.activities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

import dev.atelier.activities.job.CallbackBase;
import dev.atelier.activities.job.ModerationPolicy;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.activities.mesh.Ffmpeg;
import dev.atelier.activities.mesh.Engines;
import dev.atelier.activities.mesh.MeasuringModels;
import dev.atelier.activities.mesh.Scratch;
import dev.atelier.db.DbConfiguration;
import dev.atelier.db.DbSettings;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.NewAccount;
import dev.atelier.db.asset.ModelMeter;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.ShippedCatalogue;
import dev.atelier.providers.Provider;
import dev.atelier.providers.ThroughProxies;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.Bell;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Outputs;
import dev.atelier.db.job.Posted;
import dev.atelier.db.job.PostingJobs;
import dev.atelier.db.job.ReadingJobs;
import dev.atelier.db.testing.RecordingBell;
import dev.atelier.db.testing.TestDatabase;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.providers.ark.Ark;
import dev.atelier.providers.embedding.EmbeddingText;
import dev.atelier.providers.fetch.Downloads;
import dev.atelier.providers.fetch.Posting;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.moderation.AskingModerator;
import dev.atelier.sandbox.SandboxServer;
import dev.atelier.workflows.client.Doorbell;

/** The steps on a real database, real files and a provider that answers over HTTP. Only Temporal is left out. */
final class StepsContext implements AutoCloseable {

    final SandboxServer sandbox;
    final String org = Ids.next();
    /** Holds {@code files}, the storage, and {@code scratch}, where child processes work. */
    final Path folder = Files.createTempDirectory("atelier-steps");
    private final TestDatabase database = TestDatabase.postgres();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Speaks to Ark alone. */
    StepsContext() throws IOException {
        this(List.of());
    }

    /** @param more providers besides, whose models are known but who have no account yet */
    StepsContext(List<Provider> more) throws IOException {
        this(more, new Downloads(true, 1 << 28, Duration.ofSeconds(30)), new Posting(true, Duration.ofSeconds(5)));
    }

    StepsContext(List<Provider> more, Downloads downloads, Posting posting) throws IOException {
        this(more, downloads, posting, new AskingModerator(null, null, null, null, null),
                new ModerationPolicy(Ruling.BLOCK, ModerationPolicy.WhenDown.HOLD));
    }

    StepsContext(List<Provider> more, AskingModerator moderator, ModerationPolicy policy) throws IOException {
        this(more, new Downloads(true, 1 << 28, Duration.ofSeconds(30)), new Posting(true, Duration.ofSeconds(5)),
                moderator, policy);
    }

    private StepsContext(List<Provider> more, Downloads downloads, Posting posting, AskingModerator moderator,
            ModerationPolicy policy) throws IOException {
        sandbox = SandboxServer.start(0, folder.resolve("sandbox"));
        Clock clock = Clock.systemUTC();
        context.registerBean(DataSource.class, () -> database.source(), bean -> bean.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DbSettings.class,
                () -> new DbSettings(folder.resolve("files"), "a key for tests only, forty characters!!"));
        context.registerBean(Bell.class, RecordingBell::new);
        context.registerBean(Scratch.class, () -> new Scratch(folder.resolve("scratch")));
        context.registerBean(Engines.class, () -> new Engines("embedded", null));
        context.registerBean(ModelMeter.class, () -> new MeasuringModels(get(Scratch.class)));
        context.registerBean(Ffmpeg.class, () -> Ffmpeg.find("ffmpeg"));
        context.registerBean(WorkerName.class, () -> new WorkerName("w1"));
        context.registerBean(ThroughProxies.class, () -> new ThroughProxies(new Wire(clock), clock));
        context.registerBean(CallbackBase.class, () -> new CallbackBase(null));
        context.registerBean(Ark.class, () -> new Ark(new Wire(clock), clock));
        more.forEach(each -> context.registerBean(each.name(), Provider.class, () -> each));
        context.registerBean(AskingModerator.class, () -> moderator);
        context.registerBean(ModerationPolicy.class, () -> policy);
        context.registerBean(Downloads.class, () -> downloads);
        context.registerBean(EmbeddingText.class, () -> new EmbeddingText(new Wire(clock), null, null, null));
        context.registerBean(Posting.class, () -> posting);
        // Nothing is rung here; the loops only want one to exist.
        context.registerBean(Doorbell.class, () -> new Doorbell(null, Optional.empty()));
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.register(DbConfiguration.class, ActivitiesConfiguration.class);
        context.refresh();
        get(ShippedCatalogue.class).load(Set.of());
        NewAccount.Plan plan = new NewAccount.Plan(4, null);
        get(ManagingAccounts.class).create(new NewAccount("ark", "k1", "ark-test-1", Site.CN,
                sandbox.url() + "/ark/api/v3", null, 0, null,
                Map.of(Medium.IMAGE, plan, Medium.VIDEO, plan, Medium.MESH, plan), null, null, null, "test"));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The one of that name among the loops that are there from the start. */
    RunningLoop loop(String name) {
        return context.getBeansOfType(RunningLoop.class).values().stream().filter(each -> each.name().equals(name))
                .findFirst().orElseThrow();
    }

    JobRef post(String model, String prompt) {
        Model found = get(Catalogue.class).find(model).orElseThrow();
        Input input = InputRules.read(new Input(prompt, null, null, null, null, null, null, null, null), found.limits())
                .input();
        Posted posted = get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req", found,
                input, null, 5, null, null,
                Map.of(), Instant.now().plusSeconds(3600), null, null));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), org, job.kind(), job.provider());
    }

    JobRef convert(String asset, Outputs.Output... outputs) {
        Posted posted = get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req", null, null, null, 5, null, null,
                Map.of(), Instant.now().plusSeconds(3600), null, null, new Outputs(asset, "{}", List.of(outputs))));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), org, job.kind(), job.provider());
    }

    JobView view(JobRef job) {
        return get(ReadingJobs.class).find(org, job.jobId()).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        sandbox.close();
    }
}
