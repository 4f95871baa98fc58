package dev.atelier.mesh.child;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a child process: this Java, this class path, and limits that the kernel and the JVM keep. */
final class ChildCommand {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ChildCommand() {
    }

    static List<String> of(ChildLimits limits, Path folder, List<String> words) {
        List<String> java = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heap() + "m", "-XX:MaxDirectMemorySize=" + limits.heap() + "m",
                "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=96m", "-XX:CompressedClassSpaceSize=64m",
                "-XX:-UsePerfData", "-XX:ErrorFile=/dev/null",
                "-XX:+DisplayVMOutputToStderr", "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.lwjgl.system.SharedLibraryExtractPath=" + folder, "--enable-native-access=ALL-UNNAMED"));
        String path = System.getProperty("java.class.path");
        boolean packed = !path.contains(File.pathSeparator) && path.endsWith(".jar");
        java.addAll(List.of("-cp", absolute(path)));
        if (packed) {
            java.add("-Dloader.main=" + ChildMain.class.getName());
        }
        java.add(packed ? LAUNCHER : ChildMain.class.getName());
        java.addAll(words);
        return Files.isExecutable(Path.of("/bin/sh")) ? limited(limits, java) : java;
    }

    /** The child begins in a folder of its own, where a relative path leads nowhere. */
    static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator)).map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Address space and file size are the kernel's to limit. Files are counted in halves of a kilobyte. */
    private static List<String> limited(ChildLimits limits, List<String> java) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c",
                "ulimit -v " + limits.addresses() * 1024L + "; ulimit -f " + limits.output() * 2048L
                        + "; ulimit -c 0; exec \"$@\"",
                "sh"));
        command.addAll(java);
        return command;
    }
}
