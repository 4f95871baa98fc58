package dev.atelier.db;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Dialect;

/**
 * All of this module. The application brings a {@link DataSource} (see {@link Databases#open}), migrated by
 * {@link Migrating}, a {@link java.time.Clock}, {@link DbSettings} and a {@link dev.atelier.db.job.Bell}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DbConfiguration {

    @Bean
    Dialect dialect(DataSource database) throws SQLException {
        return Databases.dialect(database);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database, Dialect dialect, DbSettings settings) {
        JdbcTemplate template = new JdbcTemplate(database);
        if (!dialect.endsLongWrites()) {
            template.setQueryTimeout((int) settings.limits().statement().toSeconds());
        }
        return template;
    }

    @Bean
    NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate template) {
        return new NamedParameterJdbcTemplate(template);
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
        return JdbcClient.create(template);
    }
}
