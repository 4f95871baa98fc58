package dev.atelier.db.asset;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

/** Judgements of models. */
@Component
class EvaluationRows {

    private final JdbcClient sql;
    private final Dialect dialect;

    EvaluationRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** By rule, in the transaction that keeps the model. */
    void judge(String orgId, String modelId, ModelAsset mesh, Instant at) {
        MeshRubric.Judgement judgement = MeshRubric.of(mesh);
        sql.sql("""
                insert into evaluations (id, org_id, subject_type, subject_id, evaluator_type, rubric_id, metrics_jsonb,
                    rating, created_at, updated_at)
                values (:id, :org, 'model_asset', :model, 'auto', :rubric, :metrics, :rating, :now, :now)
                """).param("id", Ids.next()).param("org", orgId).param("model", modelId)
                .param("rubric", MeshRubric.ID).param("metrics", judgement.metrics())
                .param("rating", judgement.rating()).param("now", dialect.instant(at)).update();
    }

    /** Newest first. */
    List<Evaluation> of(String orgId, String assetId) {
        return sql.sql("""
                select e.* from evaluations e join model_assets m on m.id = e.subject_id
                 where e.org_id = :org and e.subject_type = 'model_asset' and m.org_id = :org and m.asset_id = :asset
                 order by e.created_at desc, e.id desc limit 100
                """).param("org", orgId).param("asset", assetId)
                .query((row, number) -> new Evaluation(row.getString("evaluator_type"), row.getString("rubric_id"),
                        row.getBigDecimal("rating"), row.getString("metrics_jsonb"), row.getString("comment"),
                        dialect.instant(row, "created_at")))
                .list();
    }
}
