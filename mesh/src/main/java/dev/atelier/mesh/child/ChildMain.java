package dev.atelier.mesh.child;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.mesh.image.ImageOperation;
import dev.atelier.mesh.image.OperatingImages;
import dev.atelier.mesh.operate.Operating;
import dev.atelier.mesh.operate.Operation;
import dev.atelier.mesh.operate.Output;
import dev.atelier.mesh.operate.Parameters;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/**
 * The child process: words are operation, parameters file, source, folder,
 * for a bake the finer model, and the Python that has Blender; a dash for none. Says {@code progress N}, at the end
 * {@code made FORMAT PEAK-BYTES} or {@code refused CODE REASON}; the results lie in the folder as output and report.json.
 */
public final class ChildMain {

    static final String OUTPUT = "output";
    static final String REPORT = "report.json";
    static final String NONE = "-";

    private static final int ORPHANED = 8;

    private ChildMain() {
    }

    public static void main(String[] words) {
        PrintStream say = System.out;
        // Native libraries and their Java parts are talkative; nobody listens there.
        System.setOut(System.err);
        endWithParent();
        try {
            work(words, say);
            System.exit(0);
        } catch (RefusedModel refused) {
            end(say, refused.problem(), refused.getMessage(), 3);
        } catch (OutOfMemoryError full) {
            end(say, Problem.OUT_OF_MEMORY, "the model needs more memory than one conversion may use", 4);
        } catch (FileSystemException disk) {
            end(say, Problem.DISK_TROUBLE, "a file cannot be written: " + disk.getMessage(), 5);
        } catch (IOException disk) {
            end(say, Problem.DISK_TROUBLE, String.valueOf(disk.getMessage()), 5);
        } catch (UnsatisfiedLinkError missing) {
            end(say, Problem.TOOL_MISSING, "a native library is not there for this machine", 6);
        } catch (RuntimeException wrong) {
            wrong.printStackTrace(System.err);
            end(say, Problem.TOOL_FAILED, String.valueOf(wrong), 7);
        }
    }

    /** Our input is a pipe that nobody writes to: it ends when the parent does, and nobody wants our work any more. */
    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Not meant for us.
                }
            } catch (IOException gone) {
                // As well as an end.
            }
            Runtime.getRuntime().halt(ORPHANED);
        });
    }

    private static void work(String[] words, PrintStream say) throws IOException {
        Path folder = Path.of(words[3]);
        Parameters wanted = new Parameters(new ObjectMapper().readTree(Path.of(words[1]).toFile()));
        Path high = NONE.equals(words[4]) ? null : Path.of(words[4]);
        Path studio = NONE.equals(words[5]) ? null : Path.of(words[5]);
        AtomicInteger told = new AtomicInteger(-1);
        Optional<ImageOperation> image = ImageOperation.meant(words[0], wanted.json());
        Output made = image.isPresent()
                ? OperatingImages.operate(image.get(), wanted, Path.of(words[2]))
                : new Operating(folder, percent -> {
                    if (told.getAndAccumulate(percent, Math::max) < percent) {
                        say.println("progress " + percent);
                    }
                }).operate(Operation.of(words[0]), wanted, Path.of(words[2]), high, studio);
        if (made.file() != null) {
            Files.write(folder.resolve(OUTPUT), made.file());
        }
        Files.writeString(folder.resolve(REPORT), made.report().toString());
        say.println("made " + made.format() + " " + Math.max(peak(), made.report().path("peak_bytes").asLong()));
    }

    private static void end(PrintStream say, Problem problem, String message, int status) {
        say.println("refused " + problem + " " + message.replace('\n', ' '));
        System.exit(status);
    }

    private static long peak() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
