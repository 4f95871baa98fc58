package dev.atelier.db.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.schema.Table;
import dev.atelier.db.seeds.Deviation.Correction;
import dev.atelier.db.testing.DbContract;
import dev.atelier.db.testing.TestDatabase;

/** Every column of both requirement documents is there as written, or its correction is explained. */
abstract class SeedsContract extends DbContract {

    private List<Deviation> deviations(TestDatabase database) throws SQLException {
        boolean prefixed = "postgresql".equals(db.get(Dialect.class).vendor());
        return Seeds.deviations(LiveSchema.of(database.source()), prefixed);
    }

    @Test
    void whatever_deviates_stands_in_the_table_of_corrections() throws Exception {
        List<Correction> corrections = Corrections.listed();

        assertThat(deviations(db.database()))
                .filteredOn(each -> corrections.stream().noneMatch(correction -> correction.covers(each))).isEmpty();
    }

    @Test
    void each_correction_is_still_needed() throws Exception {
        List<Deviation> deviations = deviations(db.database());

        assertThat(Corrections.listed()).isNotEmpty()
                .filteredOn(correction -> deviations.stream().noneMatch(correction::covers)).isEmpty();
    }

    private static Map<String, String> meanings() {
        return Table.rows("/atelier/meanings.tsv").stream().filter(row -> !row[1].isEmpty())
                .collect(Collectors.toMap(row -> row[0] + "." + row[1], row -> row[2]));
    }

    @Test
    void every_column_stands_in_the_list_of_fields_and_nothing_else() throws SQLException {
        List<String> live = LiveSchema.of(db.database().source()).columns().keySet().stream()
                .filter(column -> !column.startsWith("flyway")).toList();

        assertThat(meanings().keySet())
                .as("atelier/meanings.tsv says what each column means; schema --fields prints it")
                .containsExactlyInAnyOrderElementsOf(live);
    }

    @Test
    void a_comment_in_the_database_is_the_chinese_meaning_in_that_list() throws SQLException {
        Map<String, String> commented = new TreeMap<>();
        LiveSchema.of(db.database().source()).columns().forEach((column, is) -> {
            if (!is.comment().isEmpty()) {
                commented.put(column, is.comment());
            }
        });

        assertThat(commented).isNotEmpty();
        assertThat(meanings()).containsAllEntriesOf(commented);
    }

    @Test
    void a_column_that_was_dropped_is_noticed() throws SQLException, IOException {
        try (TestDatabase copy = database()) {
            List<Deviation> before = deviations(copy);
            try (Connection connection = copy.source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table assets drop column license");
            }

            assertThat(deviations(copy)).filteredOn(each -> !before.contains(each))
                    .extracting(Deviation::column, Deviation::aspect)
                    .containsExactly(tuple("assets.license", "missing"));
        }
    }
}
