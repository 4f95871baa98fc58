package dev.atelier.db.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.NewJob;
import dev.atelier.db.job.Posted;
import dev.atelier.db.job.PostingJobs;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;

/** Posts jobs the way the interface does, for tests that only need one to be there. */
public final class PostedJobs {

    private final DbContext db;
    private final String orgId;

    public PostedJobs(DbContext db, String orgId) {
        this.db = db;
        this.orgId = orgId;
        try (InputStream yaml = Catalogue.class.getResourceAsStream("/atelier/catalogue/ark.yaml")) {
            db.get(Catalogue.class).load(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return the id of the job */
    public String post(String modelName, NewJob.Storyboard storyboard, String webhookUrl, List<String> events) {
        Model model = db.get(Catalogue.class).find(modelName).orElseThrow();
        Input asked = new Input("红色风筝 a red kite", null, null, null, null, null, null, null, null);
        Input input = InputRules.read(asked, model.limits()).input();
        NewJob job = new NewJob(orgId, Ids.next(), "request-1", model, input, null, 5, webhookUrl, events, null,
                db.clock().instant().plus(Duration.ofHours(24)), storyboard, null);
        return ((Posted.New) db.get(PostingJobs.class).post(job)).job().id();
    }
}
