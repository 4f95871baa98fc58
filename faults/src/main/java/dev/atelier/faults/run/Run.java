package dev.atelier.faults.run;

import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.testbed.RealHouse;
import dev.atelier.faults.check.Verdict;
import dev.atelier.faults.nemesis.Nemesis;
import dev.atelier.faults.nemesis.Roads;
import dev.atelier.faults.nemesis.Schedule;
import java.nio.file.Path;
import java.time.Duration;

/** {@code faults/run}: a crowd of jobs, random troubles, and the judgement. Ends with status 0 only if nothing is broken. */
public final class Run {
    private final Path checkout;
    private final Words words;
    private final Progress progress = new Progress(System.out);

    private Run(Path checkout, Words words) {
        this.checkout = checkout;
        this.words = words;
    }

    public static void main(String... args) {
        try {
            Path checkout = Path.of(System.getProperty("atelier.root", "")).toAbsolutePath().normalize();
            System.exit(run(checkout, Words.read(args)));
        } catch (IllegalArgumentException e) {
            System.err.println("faults: " + e.getMessage());
            System.exit(2);
        }
    }

    /** @return 0 if every promise was kept */
    static int run(Path checkout, Words words) {
        return new Run(checkout, words).run();
    }

    private int run() {
        progress.step("seed", words.seed() + "; again: faults/run --jobs " + words.jobs() + " --seed " + words.seed()
                + " --minutes " + words.minutes());
        try (Roads roads = new Roads(words.seed());
                Testbed testbed = Testbed.split(checkout, "var/faults", roads);
                Listener listener = new Listener();
                RealHouse house = new RealHouse(testbed)) {
            return run(roads, listener, house);
        }
    }

    private int run(Roads roads, Listener listener, RealHouse house) {
        Duration length = Duration.ofMinutes(words.minutes());
        Pool pool = new Pool(house.wiring(), roads);
        pool.lead();
        Client client = new Client(house.wiring().api(), house.wiring().keys().api());
        Wishes wishes = new Wishes(words.seed(), new FirstImage(client).make(), listener.url());
        Crowd crowd = new Crowd(client, wishes, what -> progress.step("client", what));
        Person person = new Person(client, house.rows(), new Client(house.wiring().sandbox(), "none"));
        Nemesis nemesis = new Nemesis(Schedule.of(words.seed(), length.multipliedBy(9).dividedBy(10), Roads.NAMES),
                house.plugs(), roads, house.wiring().sandbox(), what -> progress.step("trouble", what));

        try (Looking looking = new Looking(house.rows(), progress, nemesis, person)) {
            Thread crowding = Thread.ofVirtual().start(() -> crowd.post(words.jobs(),
                    length.multipliedBy(8).dividedBy(10)));
            nemesis.strike();
            nemesis.putBack();
            progress.step("nemesis", nemesis.troubles() + " troubles are over, every part runs again");
            join(crowding);
        }
        pool.rest();
        Settling settling = new Settling(house.rows(), progress, person);
        settling.untilRest(house.wiring().place().assets().resolve("tmp"));
        Verdict verdict = new Judging(house, words.seed()).judge(crowd.acknowledged(), pool.secrets());
        progress.say("\n" + Figures.of(house.rows(), settling, nemesis.troubles(), listener.heard(), crowd, person));
        progress.say("\nseed " + words.seed() + "\n" + verdict + "\n");
        return verdict.good() && crowd.refused() == 0 ? 0 : 1;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
