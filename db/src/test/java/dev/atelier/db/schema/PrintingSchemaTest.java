package dev.atelier.db.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class PrintingSchemaTest {

    @Test
    void the_page_of_fields_is_what_the_command_prints() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "field-list.md"))).isEqualTo(PrintingSchema.meanings());
    }

    @Test
    void every_column_of_the_requirements_has_a_meaning_in_both_languages() {
        Set<String> explained = Table.rows("/atelier/meanings.tsv").stream()
                .filter(row -> !row[2].isBlank() && !row[3].isBlank()).map(row -> row[0] + "." + row[1])
                .collect(Collectors.toSet());

        assertThat(Table.rows("/seeds/columns.tsv")).extracting(row -> row[0] + "." + row[1])
                .allSatisfy(column -> assertThat(explained).contains(column));
    }

    @Test
    void the_script_holds_each_table_in_the_order_of_the_migrations() {
        for (String dialect : PrintingSchema.DIALECTS) {
            String script = PrintingSchema.ddl(dialect);
            assertThat(script.indexOf("create table orgs")).isPositive()
                    .isLessThan(script.indexOf("create table conversions"));
            assertThat(script.indexOf("-- V2__")).isLessThan(script.indexOf("-- V8__"));
        }
    }

    @Test
    void an_unknown_dialect_is_told_the_known_ones() {
        assertThatThrownBy(() -> PrintingSchema.ddl("oracle")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql and mysql");
    }
}
