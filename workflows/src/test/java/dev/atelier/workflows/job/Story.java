package dev.atelier.workflows.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.OutputRef;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.workflows.TaskQueues;

/**
 * A job's life that must be replayable for ever.
 *
 * @param decided what the rows decide, in order
 * @param said    what comes from outside, each when the job waits or works: wake, retry, adopt, cancel, terminate
 */
record Story(String name, Kind kind, List<Next> decided, List<String> said) {

    /** An operation that takes its time. */
    static final String SLOW = "render_turntable";

    private static final Next DONE = new Next.Ended(JobEnd.succeeded());
    private static final Next CANCELED = new Next.Ended(JobEnd.canceled("CANCELED", "canceled by a person"));

    static Stream<Story> all() {
        return Stream.concat(Stream.of(Kind.IMAGE, Kind.VIDEO, Kind.MESH).flatMap(Story::of), conversions());
    }

    private static Stream<Story> conversions() {
        Next slow = output("o1", SLOW);
        Next first = output("o1", "simplify");
        return Stream.of(
                story("success", Kind.CONVERSION, List.of(first, output("o2", "convert"), DONE), List.of()),
                story("woken-and-canceled", Kind.CONVERSION, List.of(slow, slow, CANCELED), List.of("wake", "cancel")),
                story("begun-anew", Kind.CONVERSION, List.of(slow, first, first, DONE), List.of("terminate")));
    }

    private static Next output(String id, String operation) {
        return new Next.Convert(new OutputRef(id, "j-conversion", "o1", operation));
    }

    private static Stream<Story> of(Kind kind) {
        boolean task = kind != Kind.IMAGE;
        return Stream.of(
                story("success", kind, made(kind, 1), task ? List.of("wake") : List.of()),
                story("waited-in-line", kind, with(wait(WaitReason.LINE), made(kind, 1)),
                        task ? List.of("wake", "wake") : List.of("wake")),
                story("parked-and-retried", kind,
                        with(submit(kind, 1), with(wait(WaitReason.PERSON), made(kind, 2))),
                        task ? List.of("retry", "wake") : List.of("retry")),
                story("adopted", kind,
                        List.of(submit(kind, 1), wait(WaitReason.PERSON), wait(WaitReason.PROVIDER),
                                new Next.Persist(attempt(kind, 1)), DONE),
                        List.of("adopt", "wake")),
                story("canceled", kind, List.of(submit(kind, 1), wait(WaitReason.PROVIDER), CANCELED),
                        List.of("cancel")),
                // What begins it anew wakes it as well.
                story("begun-anew", kind,
                        List.of(submit(kind, 1), wait(WaitReason.PROVIDER), wait(WaitReason.PROVIDER),
                                new Next.Persist(attempt(kind, 1)), DONE),
                        List.of("terminate")));
    }

    private static Story story(String name, Kind kind, List<Next> decided, List<String> said) {
        return new Story(name, kind, decided, said);
    }

    private static List<Next> made(Kind kind, int attempt) {
        List<Next> decided = new ArrayList<>(List.of(submit(kind, attempt)));
        if (kind != Kind.IMAGE) {
            decided.add(wait(WaitReason.PROVIDER));
        }
        decided.addAll(Arrays.asList(new Next.Persist(attempt(kind, attempt)), DONE));
        return decided;
    }

    private static List<Next> with(Next first, List<Next> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static Next submit(Kind kind, int attempt) {
        return new Next.Submit(attempt(kind, attempt), TaskQueues.ofProvider("ark"));
    }

    private static AttemptRef attempt(Kind kind, int attempt) {
        return new AttemptRef("s" + attempt, "j-" + kind.word(), attempt);
    }

    private static Next wait(WaitReason reason) {
        return new Next.Wait(reason, Duration.ofMinutes(10), "for a golden history");
    }

    JobRef job() {
        return new JobRef("j-" + name, "o1", kind, "ark");
    }

    /** In the folder of histories. */
    String file() {
        return kind.word() + "-" + name + ".json";
    }

    static Set<String> files() {
        return all().map(Story::file).collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
