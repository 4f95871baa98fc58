package dev.atelier.db;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

/** A process of its own: reads the row it is given, writes one, tells the instant it read and the id it wrote. */
final class InAnotherZone {

    private InAnotherZone() {
    }

    public static void main(String[] words) throws Exception {
        try (HikariDataSource source = Databases.open(words[0], words[1], words[2], 1)) {
            Dialect dialect = Databases.dialect(source);
            JdbcClient sql = JdbcClient.create(source);
            System.out.println("> " + sql.sql("select created_at from orgs where id = ?").param(words[3])
                    .query((row, number) -> dialect.instant(row, "created_at")).single());
            String id = Ids.next();
            sql.sql("insert into orgs (id, name, created_at, updated_at) values (?, ?, ?, ?)").param(id).param(id)
                    .param(dialect.instant(Instant.parse(words[4]))).param(dialect.instant(Instant.parse(words[4])))
                    .update();
            System.out.println("> " + id);
        }
    }
}
