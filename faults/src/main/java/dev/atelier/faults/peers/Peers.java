package dev.atelier.faults.peers;

import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code faults/peers}: the moments at which others lose jobs or pay twice, and what becomes of ours. */
public final class Peers {
    private static final int JOBS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final RealHouse house;
    private final Progress progress;
    private final List<Row> rows = new ArrayList<>();

    private Peers(RealHouse house, Progress progress) {
        this.house = house;
        this.progress = progress;
    }

    public static void main(String... words) {
        Path checkout = Path.of(System.getProperty("atelier.root", "")).toAbsolutePath().normalize();
        Progress progress = new Progress(System.out);
        try (Testbed testbed = Testbed.split(checkout, "var/faults", (wiring, launch) -> launch);
                RealHouse house = new RealHouse(testbed)) {
            new Slots(house.wiring()).fill(JOBS);
            System.exit(new Peers(house, progress).run() ? 0 : 1);
        }
    }

    private boolean run() {
        rows.add(killed("b    kill -9 while the provider works, videos", "video", Duration.ofSeconds(5), "seconds=20"));
        rows.add(killed("b2   kill -9 inside the submit call, videos", "video", Duration.ofSeconds(2), "ack=5"));
        Row images = killed("b2   kill -9 inside the submit call, images", "image", Duration.ofSeconds(2), "ack=5");
        rows.add(images);
        for (String word : List.of("drop_after_accept", "500_after_accept"))
            for (String kind : List.of("video", "image"))
                rows.add(ambiguous("c    " + word + ", " + kind + "s", kind, word));
        boolean decided = new Deciding(house, progress, rows).show(images.parked());
        progress.say("\n" + Row.table(rows));
        return decided && rows.stream().allMatch(Row::good);
    }

    /** Both workers die so long after the first submit arrived, and come back a second later. */
    private Row killed(String what, String kind, Duration after, String tag) {
        progress.step("peers", what);
        List<Jobs.Posted> jobs = house.jobs().several(JOBS, kind, tag);
        RealHouse.until("the first submit arrives", PATIENCE, () -> house.journal().paid(jobs) > 0);
        sleep(after);
        int begun = house.journal().paid(jobs);
        house.plugs().kill("worker-1", "worker-2");
        sleep(Duration.ofSeconds(1));
        long back = System.nanoTime();
        house.plugs().start("worker-1");
        house.plugs().start("worker-2");
        return outcome(what + " (" + begun + " of " + JOBS + " sent at the kill)", jobs, back);
    }

    private Row ambiguous(String what, String kind, String word) {
        progress.step("peers", what);
        long began = System.nanoTime();
        return outcome(what, house.jobs().several(JOBS, kind, "submit=" + word), began);
    }

    private Row outcome(String what, List<Jobs.Posted> jobs, long since) {
        RealHouse.until("each has ended or asks a person", PATIENCE, () -> settled(jobs));
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        List<Jobs.Posted> parked = jobs.stream().filter(job -> !house.jobs().attention(job).isEmpty()).toList();
        int succeeded = (int) jobs.stream().filter(job -> house.jobs().status(job).equals("succeeded")).count();
        int twice = (int) house.journal().paidSubmits(jobs).stream().filter(submits -> submits > 1).count();
        return new Row(what, jobs.size(), house.journal().paid(jobs), twice, succeeded, parked, took);
    }

    private boolean settled(List<Jobs.Posted> jobs) {
        return house.rows()
                .number("select count(*) from generation_jobs where status in ('pending', 'queued', 'running')"
                        + " and attention_reason is null and id in (" + Row.ids(jobs) + ")") == 0;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
