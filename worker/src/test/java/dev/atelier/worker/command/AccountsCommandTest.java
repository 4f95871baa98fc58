package dev.atelier.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.db.testing.TestDatabase;

class AccountsCommandTest {

    private static final String HEADER = "provider,account,secret,site,video_slots,models\n";

    @TempDir
    Path folder;
    private TestDatabase database;
    private Console console;

    @BeforeEach
    void open() {
        database = TestDatabase.postgres();
        console = new Console().ready(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int load(String lines, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.csv"), HEADER + lines);
        return more.length == 0
                ? console.run("accounts", "import", file.toString())
                : console.run("accounts", "import", file.toString(), more[0]);
    }

    @Test
    void good_lines_are_imported_and_each_bad_one_is_told_with_its_number() throws IOException {
        int status = load("""
                ark,studio-1,canary-one,cn,3,ark/seedream-4.5

                ark,"studio ""2"", the second",canary-two,us,,
                ark,studio-3,canary-three,moon,,
                ark,studio-4,canary-four,cn,many,
                ark,studio-5,canary-one,cn,,
                arc,studio-6,canary-six,cn,,
                ark,studio-7,canary-seven,cn
                """);

        assertThat(status).isEqualTo(1);
        assertThat(console.out()).contains("line 5: 'moon' is not one of cn, us", "line 6: video_slots is 'many'",
                "line 7: this credential is in the pool already", "line 8: provider there is no provider 'arc'",
                "line 9: it has 4 values", "2 imported (0 of them came back), 5 bad line(s)")
                .doesNotContain("canary");
        assertThat(console.run("accounts", "export")).isZero();
        assertThat(console.out()).contains(",ark,studio-1,cn,", "\"studio \"\"2\"\", the second\"")
                .doesNotContain("canary", "secret").hasLineCount(3);
    }

    @Test
    void all_or_none_changes_nothing_where_one_line_is_bad() throws IOException {
        assertThat(load("ark,a,canary-a,cn,,\nark,b,canary-b,moon,,\nark,c,canary-a,cn,,\n", "--all-or-none"))
                .isEqualTo(1);
        assertThat(console.out()).contains("line 3: 'moon'", "line 4: secret stands in this file twice",
                "0 imported (0 of them came back), 2 bad line(s): nothing was changed");

        assertThat(load("ark,a,canary-a,cn,,\nark,b,canary-b,hk,,\n", "--all-or-none")).isZero();
        assertThat(console.out()).contains("2 imported (0 of them came back), 0 bad line(s)");
    }

    @Test
    void a_file_that_is_none_is_refused_with_what_it_should_be() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "provider,account,password\n");
        assertThat(console.run("accounts", "import", file.toString())).isEqualTo(2);
        assertThat(console.err()).contains("lacking: [secret, site]", "unknown: [password]");

        assertThat(console.run("accounts", "import", "/nowhere.csv")).isEqualTo(2);
        assertThat(console.err()).contains("'/nowhere.csv' cannot be read");

        assertThat(load("ark,\"a,canary,cn,,\n")).isEqualTo(2);
        assertThat(console.err()).contains("a quote that is opened in line 2 is never closed");
    }
}
