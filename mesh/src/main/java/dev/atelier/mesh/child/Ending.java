package dev.atelier.mesh.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import dev.atelier.mesh.problem.Problem;

/** Reads from status and last words how a child has ended. */
final class Ending {

    /** 128 + signal: SIGABRT, SIGBUS, SIGSEGV, SIGILL, SIGFPE. */
    private static final Set<Integer> CRASHED = Set.of(134, 135, 139, 132, 136);
    private static final int FILE_TOO_LARGE = 153;
    private static final Set<Problem> MAY_PASS = Set.of(Problem.DISK_TROUBLE, Problem.NATIVE_CRASH);

    private Ending() {
    }

    static Outcome of(int status, String last, Path folder, Duration took) throws IOException {
        String[] words = last.split(" ", 3);
        if (status == 0 && "made".equals(words[0]) && words.length == 3) {
            Path file = folder.resolve(ChildMain.OUTPUT);
            return new Outcome.Made(Files.exists(file) ? file : null, words[1],
                    Files.readString(folder.resolve(ChildMain.REPORT)), took, Long.parseLong(words[2]));
        }
        if ("refused".equals(words[0]) && words.length == 3) {
            Problem problem = Problem.valueOf(words[1]);
            return new Outcome.Failed(problem, words[2], MAY_PASS.contains(problem), took);
        }
        if (Files.readString(folder.resolve("said.txt")).contains("insufficient memory")) {
            return new Outcome.Failed(Problem.OUT_OF_MEMORY, "the model needs more memory than one conversion may use",
                    false, took);
        }
        if (CRASHED.contains(status)) {
            return new Outcome.Failed(Problem.NATIVE_CRASH, "native code crashed (status " + status + ")", true, took);
        }
        if (status == FILE_TOO_LARGE) {
            return new Outcome.Failed(Problem.PAYLOAD_TOO_LARGE, "the output grew beyond what one file may have", false,
                    took);
        }
        return new Outcome.Failed(Problem.TOOL_FAILED, "the process ended with status " + status, true, took);
    }
}
