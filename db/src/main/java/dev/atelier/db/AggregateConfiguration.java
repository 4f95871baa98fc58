package dev.atelier.db;

import java.sql.JDBCType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

import dev.atelier.db.dialect.Dialect;

/**
 * Spring Data JDBC for plain aggregates. Its own converter for MySQL reads DATETIME through the zone of the JVM and
 * moves rows by hours, hence ours.
 */
@Configuration
@EnableJdbcRepositories
class AggregateConfiguration extends AbstractJdbcConfiguration {

    private final Dialect dialect;

    AggregateConfiguration(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    protected List<?> userConverters() {
        return "mysql".equals(dialect.vendor())
                ? List.of(ToLocal.WRITING, FromLocal.READING)
                : List.of(ToOffset.WRITING, FromOffset.READING);
    }

    @WritingConverter
    private enum ToLocal implements Converter<Instant, LocalDateTime> {
        WRITING;

        @Override
        public LocalDateTime convert(Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
    }

    @ReadingConverter
    private enum FromLocal implements Converter<LocalDateTime, Instant> {
        READING;

        @Override
        public Instant convert(LocalDateTime read) {
            return read.toInstant(ZoneOffset.UTC);
        }
    }

    @WritingConverter
    private enum ToOffset implements Converter<Instant, JdbcValue> {
        WRITING;

        /** The driver must be told the type, or it reads its own text of the instant as one without a zone. */
        @Override
        public JdbcValue convert(Instant instant) {
            return JdbcValue.of(instant.atOffset(ZoneOffset.UTC), JDBCType.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    @ReadingConverter
    private enum FromOffset implements Converter<OffsetDateTime, Instant> {
        READING;

        @Override
        public Instant convert(OffsetDateTime read) {
            return read.toInstant();
        }
    }
}
