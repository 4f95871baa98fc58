package dev.atelier.activities.mesh;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.problem.Problem;

/** Posters and facts of videos by ffmpeg, where this machine has it; looked for once, at start. */
public final class Ffmpeg {

    private static final Logger log = LoggerFactory.getLogger(Ffmpeg.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long MOST_PIXELS = 64L << 20;
    private static final String MISSING = "videos need ffmpeg, which is not on this machine: install it (Debian:"
            + " apt-get install ffmpeg) or name it by atelier.ffmpeg, and start the worker again";

    private final Path program;

    private Ffmpeg(Path program) {
        this.program = program;
    }

    /** @param named a path, or a name to be looked for where the shell looks */
    public static Ffmpeg find(String named) {
        Optional<Path> found = places(named).filter(Files::isExecutable).findFirst();
        found.ifPresentOrElse(path -> log.info("videos are read by {}", path),
                () -> log.info("{} is not found: conversions of videos are refused", named));
        return new Ffmpeg(found.orElse(null));
    }

    private static Stream<Path> places(String named) {
        return named.contains(File.separator)
                ? Stream.of(Path.of(named))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, named));
    }

    boolean there() {
        return program != null;
    }

    /** @param folder of this task alone; whoever made it removes it */
    Outcome run(Task task, Path folder, RunningChild.Watcher watcher) throws IOException {
        if (!there()) {
            return failed(Problem.TOOL_MISSING, MISSING, Duration.ZERO);
        }
        VideoWish wish = VideoWish.of(task.operation(), MAPPER.readTree(task.parameters()));
        RunningTool.Ran seen = RunningTool.run(command(task, List.of()), folder, LONGEST, watcher);
        Optional<ObjectNode> facts = VideoFacts.read(seen.said());
        if (seen.late() || seen.stopped()) {
            return ended(seen);
        }
        if (facts.isEmpty()) {
            return failed(Problem.INVALID_VIDEO, "there is no picture in it that can be read", seen.took());
        }
        long pixels = facts.get().at("/video/width").asLong() * facts.get().at("/video/height").asLong();
        if (pixels > MOST_PIXELS) {
            return failed(Problem.PAYLOAD_TOO_LARGE, "its pictures have " + pixels + " pixels, more than "
                    + MOST_PIXELS, seen.took());
        }
        return wish.poster()
                ? poster(task, wish, facts.get(), folder, watcher)
                : new Outcome.Made(null, "json", facts.get().toString(), seen.took(), 0);
    }

    private Outcome poster(Task task, VideoWish wish, ObjectNode facts, Path folder, RunningChild.Watcher watcher)
            throws IOException {
        Path picture = folder.resolve("poster." + ("png".equals(wish.format()) ? "png" : "jpg"));
        List<String> words = new ArrayList<>();
        if (wish.at() >= 0) {
            words.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", wish.at())));
        }
        String smaller = "scale='min(" + wish.size() + ",iw)':'min(" + wish.size()
                + ",ih)':force_original_aspect_ratio=decrease";
        RunningTool.Ran ran = RunningTool.run(command(task, words, "-map", "0:v:0", "-frames:v", "1", "-vf",
                wish.at() >= 0 ? smaller : "thumbnail=50," + smaller, "-q:v", "3", "-y", picture.toString()), folder,
                LONGEST, watcher);
        if (ran.late() || ran.stopped()) {
            return ended(ran);
        }
        if (ran.status() != 0) {
            return failed(Problem.INVALID_VIDEO, "it cannot be decoded (ffmpeg ended with status " + ran.status() + ")",
                    ran.took());
        }
        if (Files.notExists(picture) || Files.size(picture) == 0) {
            return failed(Problem.BAD_REQUEST, "it has no picture at " + wish.at() + " s: it lasts "
                    + facts.path("duration_sec").asText("?") + " s", ran.took());
        }
        return new Outcome.Made(picture, wish.format(), facts.toString(), ran.took(), 0);
    }

    /** No other file and no network, whatever the video says; and only what an MP4 or QuickTime file is. */
    private List<String> command(Task task, List<String> before, String... after) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-hide_banner", "-threads", "2",
                "-protocol_whitelist", "file", "-f", "mov"));
        command.addAll(before);
        command.addAll(List.of("-i", task.source().toAbsolutePath().toString()));
        command.addAll(List.of(after));
        return command;
    }

    private static Outcome ended(RunningTool.Ran ran) {
        return ran.stopped()
                ? failed(Problem.CANCELED, "ended from outside", ran.took())
                : failed(Problem.TIMEOUT, "not done within " + LONGEST.toSeconds() + " s", ran.took());
    }

    private static Outcome failed(Problem problem, String why, Duration took) {
        return new Outcome.Failed(problem, why, false, took);
    }
}
