package dev.atelier.embedded.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path folder;

    @Test
    void are_made_once_and_then_kept() {
        Keys first = Keys.keptIn(folder.resolve("keys.env"));
        assertThat(Keys.keptIn(folder.resolve("keys.env"))).isEqualTo(first);
        assertThat(Keys.keptIn(folder.resolve("other.env"))).isNotEqualTo(first);
    }

    @Test
    void are_long_enough_and_look_like_keys() {
        Keys keys = Keys.keptIn(folder.resolve("keys.env"));
        assertThat(keys.secret()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(keys.api()).startsWith("mk_").isNotEqualTo(keys.admin());
    }

    @Test
    void are_for_their_owner_only_and_never_printed() throws IOException {
        Keys keys = Keys.keptIn(folder.resolve("keys.env"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys.env"))))
                .isEqualTo("rw-------");
        assertThat(keys.toString()).doesNotContain(keys.secret(), keys.api(), keys.admin(), keys.database());
    }
}
