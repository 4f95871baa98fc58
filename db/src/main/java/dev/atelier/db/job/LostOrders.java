package dev.atelier.db.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.attempt.Searching;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.provider.Order;

/** What was asked for by a request that was lost, to recognise it in a provider's list. */
@Component
public class LostOrders {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    LostOrders(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    public record Lost(Order order, Instant since) {
    }

    public Optional<Lost> of(SubmissionRow row) {
        Input input = Json.read(jdbc.sql("select input from generation_jobs where id = :id").param("id", row.jobId())
                .query(String.class).single(), Input.class);
        return catalogue.find(row.model())
                .map(model -> new Lost(new Order(row.id(), model.kind(), model.remoteName(), input, List.of(),
                        row.sendBefore(), model.settings()), row.sendBefore().minus(Searching.SLACK)));
    }
}
