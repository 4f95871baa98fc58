package dev.atelier.embedded.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
    @TempDir
    Path folder;

    @Test
    void one_setting_a_line_without_quotes_in_the_order_given() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ATELIER_URL", "http://127.0.0.1:8080");
        settings.put("TEMPORAL_UI_URL", "");
        settings.put("DATABASE_URL", "postgresql://atelier:pw@127.0.0.1:5432/atelier");
        EnvFile.write(file(), settings);
        assertThat(Files.readString(file())).isEqualTo("""
                ATELIER_URL=http://127.0.0.1:8080
                TEMPORAL_UI_URL=
                DATABASE_URL=postgresql://atelier:pw@127.0.0.1:5432/atelier
                """);
        assertThat(EnvFile.read(file())).isEqualTo(settings);
    }

    @Test
    void only_its_owner_may_read_it_also_where_anybody_could_before() throws IOException {
        Files.writeString(file(), "OLD=1\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        EnvFile.write(file(), Map.of("KEY", "mk_secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(Files.readString(file())).isEqualTo("KEY=mk_secret\n");
    }

    @Test
    void nothing_half_written_stays_beside_it() {
        EnvFile.write(file(), Map.of("KEY", "a"));
        assertThat(Folders.inside(folder)).containsExactly(file());
    }

    @Test
    void a_value_that_would_need_quotes_is_refused() {
        for (String value : new String[]{"two words", "a'b", "a\"b", "a\nb", "$HOME", "a;b"})
            assertThatThrownBy(() -> EnvFile.text(Map.of("KEY", value))).hasMessageContaining("KEY");
    }

    @Test
    void a_missing_file_holds_no_settings() {
        assertThat(EnvFile.read(file())).isEmpty();
    }

    private Path file() {
        return folder.resolve("demo.env");
    }
}
