package dev.atelier.db.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.Word;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

@Component
class RuleRows {

    private static final TypeReference<List<String>> MATCH = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final Dialect dialect;

    RuleRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    List<Rule> active() {
        return sql.sql("select * from moderation_rules where status = 'active' order by rule_set, name")
                .query((row, n) -> rule(row)).list();
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(row.getString("org_id"), row.getString("rule_set"), row.getString("name"),
                Word.of(Rule.Kind.class, row.getString("kind")), Json.read(row.getString("match_any"), MATCH),
                Word.of(Ruling.class, row.getString("decision")), Word.of(Severity.class, row.getString("severity")),
                row.getString("tag"));
    }

    /** The set is these rules, and no others of its name. */
    void replace(String ruleSet, List<Rule> rules, Instant now) {
        sql.sql("delete from moderation_rules where rule_set = ?").param(ruleSet).update();
        for (Rule rule : rules) {
            sql.sql("""
                    insert into moderation_rules (id, org_id, rule_set, name, kind, match_any, decision, severity, tag,
                        status, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'active', ?, ?)
                    """).param(Ids.next()).param(rule.orgId()).param(ruleSet).param(rule.name())
                    .param(rule.kind().word()).param(Json.write(rule.match())).param(rule.decision().word())
                    .param(rule.severity().word()).param(rule.tag()).param(dialect.instant(now))
                    .param(dialect.instant(now)).update();
        }
    }
}
