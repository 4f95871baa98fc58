package dev.atelier.db.catalogue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.Word;
import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.job.Kind;

@Component
class ModelRows {

    private static final TypeReference<Map<String, BigDecimal>> PRICES = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final Dialect dialect;

    ModelRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** What of a model lies in {@code provider_models.metadata}. */
    record Metadata(Map<String, Object> settings) {
    }

    List<Model> all() {
        return sql.sql("""
                select m.id, m.provider_id, p.name as provider, m.model_name, m.remote_name, m.task_type, m.limits,
                       m.pricing, m.metadata, m.status
                  from provider_models m join providers p on p.id = m.provider_id
                 order by m.model_name
                """).query((row, number) -> model(row)).list();
    }

    private static Model model(ResultSet row) throws SQLException {
        return new Model(row.getString("id"), row.getString("provider_id"), row.getString("provider"),
                row.getString("model_name"), row.getString("remote_name"),
                Word.of(Kind.class, row.getString("task_type")), Json.read(row.getString("limits"), Limits.class),
                Json.read(row.getString("pricing"), PRICES),
                Json.read(row.getString("metadata"), Metadata.class).settings(), row.getString("status"));
    }

    void insert(Model model, Instant now) {
        sql.sql("""
                insert into provider_models (provider_id, remote_name, task_type, pricing, limits, metadata, status,
                                             updated_at, model_name, created_at, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).params(columns(model, now)).param(model.name()).param(dialect.instant(now)).param(model.id())
                .update();
    }

    void update(Model model, Instant now) {
        sql.sql("""
                update provider_models
                   set provider_id = ?, remote_name = ?, task_type = ?, pricing = ?, limits = ?, metadata = ?,
                       status = ?, updated_at = ?
                 where id = ?
                """).params(columns(model, now)).param(model.id()).update();
    }

    /** From now on it is not the file's any more. */
    void writtenByApi(String id) {
        sql.sql("update provider_models set written_by = 'api' where id = ?").param(id).update();
    }

    Set<String> namesWrittenByApi() {
        return new HashSet<>(sql.sql("select model_name from provider_models where written_by = 'api'")
                .query(String.class).list());
    }

    private List<Object> columns(Model model, Instant now) {
        return List.of(model.providerId(), model.remoteName(), model.kind().word(), Json.write(model.pricing()),
                Json.write(model.limits()), Json.write(new Metadata(model.settings())), model.status(),
                dialect.instant(now));
    }
}
