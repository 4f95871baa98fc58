package dev.atelier.mesh.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ChildCommandTest {

    @Test
    void a_relative_class_path_is_found_from_the_folder_of_the_task() {
        assertThat(ChildCommand.absolute("target/a.jar" + File.pathSeparator + "/b.jar").split(File.pathSeparator))
                .containsExactly(Path.of("target/a.jar").toAbsolutePath().toString(), "/b.jar");
    }
}
