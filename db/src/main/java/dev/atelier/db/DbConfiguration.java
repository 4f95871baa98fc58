package dev.atelier.db;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * All of this module. The application brings a {@link javax.sql.DataSource}, a {@link java.time.Clock},
 * {@link DbSettings} and a {@link dev.atelier.db.job.Bell}.
 */
@Configuration
@ComponentScan
public class DbConfiguration {
}
