package dev.atelier.db.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.text.Normalised;

/** Keeps one vector per subject and model, and tells when the text has changed so that it is not embedded twice. */
@Component
public class KeepingVectors {

    private static final int LONGEST = 16_384;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    KeepingVectors(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** Whether the text, normalised, is the one the kept vector was made of. */
    public boolean has(String orgId, String subjectType, String subjectId, String model, String text) {
        return jdbc.sql("""
                select count(*) from embeddings where org_id = :org and subject_type = :type
                  and subject_id = :subject and model = :model and text_hash = :hash
                """).param("org", orgId).param("type", subjectType).param("subject", subjectId).param("model", model)
                .param("hash", hash(text)).query(Long.class).single() > 0;
    }

    /** The vector of a prompt with the same words, so that an endpoint is not paid for them again; else nothing. */
    public Optional<float[]> ofTheSameWords(String orgId, String model, String text) {
        return jdbc.sql("""
                select e.vector from prompts p
                  join embeddings e on e.org_id = p.org_id and e.subject_type = 'prompt' and e.subject_id = p.id
                   and e.model = :model and e.text_hash = p.prompt_hash
                 where p.org_id = :org and p.prompt_hash = :hash limit 1
                """).param("model", model).param("org", orgId).param("hash", hash(text))
                .query((row, n) -> VectorBytes.read(row.getBytes(1))).optional();
    }

    /** Takes the place of the subject's former vector of that model. */
    public void keep(String orgId, String subjectType, String subjectId, String model, String text, float[] vector) {
        if (vector.length < 1 || vector.length > LONGEST) {
            throw new IllegalArgumentException("a vector has 1 to " + LONGEST + " numbers, not " + vector.length);
        }
        String insert = """
                insert into embeddings (id, org_id, subject_type, subject_id, model, dimensions, vector, text_hash,
                    created_at, updated_at)
                values (:id, :org, :type, :subject, :model, :dimensions, :vector, :hash, :now, :now)
                """ + dialect.orNothing("id");
        String update = """
                update embeddings set dimensions = :dimensions, vector = :vector, text_hash = :hash, updated_at = :now
                where org_id = :org and subject_type = :type and subject_id = :subject and model = :model
                """;
        // In this order: what MySQL counts for an insert that did nothing hangs on the driver.
        if (write(jdbc.sql(update), orgId, subjectType, subjectId, model, text, vector) == 0) {
            write(jdbc.sql(insert).param("id", Ids.next()), orgId, subjectType, subjectId, model, text, vector);
        }
    }

    private int write(JdbcClient.StatementSpec statement, String orgId, String subjectType, String subjectId,
            String model, String text, float[] vector) {
        return statement.param("org", orgId).param("type", subjectType).param("subject", subjectId)
                .param("model", model).param("dimensions", vector.length).param("vector", VectorBytes.of(vector))
                .param("hash", hash(text)).param("now", dialect.instant(clock.instant())).update();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(Normalised.of(text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
