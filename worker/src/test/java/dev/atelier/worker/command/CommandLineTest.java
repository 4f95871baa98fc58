package dev.atelier.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.atelier.db.testing.TestDatabase;

class CommandLineTest {

    @Test
    void help_needs_no_settings_and_lists_each_command_with_its_line() {
        Console console = new Console();

        assertThat(console.run("help")).isZero();

        assertThat(console.out()).contains("usage:").containsPattern("migrate +bring the database");
    }

    @Test
    void an_unknown_command_is_refused_with_the_list() {
        Console console = new Console();

        assertThat(console.run("migrat")).isEqualTo(2);

        assertThat(console.err()).contains("no command 'migrat'", "migrate");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void words_that_make_no_sense_are_refused_with_the_usage() {
        try (TestDatabase database = TestDatabase.postgres()) {
            Console console = new Console().on(database);

            assertThat(console.run("migrate", "backwards")).isEqualTo(2);

            assertThat(console.err()).contains("'backwards'", "usage: java -jar atelier.jar migrate");
        }
    }

    @Test
    void missing_settings_are_named_and_only_those_that_the_command_needs() {
        Console console = new Console();

        assertThat(console.run("migrate")).isEqualTo(1);

        assertThat(console.err()).contains("SPRING_DATASOURCE_URL").doesNotContain("TEMPORAL", "SECRET_KEY");
    }

    @Test
    void migrate_says_what_it_did() {
        try (TestDatabase database = TestDatabase.postgres()) {
            Console console = new Console().on(database);

            assertThat(console.run("migrate")).isZero();

            assertThat(console.out()).isEqualToIgnoringNewLines("the schema was up to date");
        }
    }

    @Test
    void options_of_a_normal_start_are_no_command() {
        assertThat(CommandLine.asked(new String[]{"--server.port=8081"})).isFalse();
        assertThat(CommandLine.asked(new String[]{})).isFalse();
        assertThat(CommandLine.asked(new String[]{"migrate"})).isTrue();
    }
}
