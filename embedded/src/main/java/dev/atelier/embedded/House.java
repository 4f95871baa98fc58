package dev.atelier.embedded;

import dev.atelier.embedded.command.Command;
import dev.atelier.embedded.database.Engine;
import dev.atelier.embedded.part.EndingAll;
import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.place.Claim;
import dev.atelier.embedded.place.EnvFile;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.Keys;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.port.PortSetting;
import dev.atelier.embedded.port.Ports;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.PidFiles;
import dev.atelier.embedded.show.Addresses;
import dev.atelier.embedded.show.FirstJobs;
import dev.atelier.embedded.show.Pool;
import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.show.Rest;
import dev.atelier.embedded.temporal.ChoosingTemporal;
import dev.atelier.embedded.temporal.Temporal;
import dev.atelier.embedded.tool.Tool;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The whole demo, from an empty checkout to three jobs done, and to its end. */
final class House {
    /** First starts compile, migrate and warm up on machines with few cores. */
    static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Place place;
    private final Map<String, String> environment;
    private final Ports ports;
    private final Progress progress = new Progress(System.out);
    private final AtomicBoolean ending = new AtomicBoolean();

    House(Place place, Map<String, String> environment, Ports ports) {
        this.place = place;
        this.environment = environment;
        this.ports = ports;
    }

    int open(Command.Run wish) {
        Claim claim = Claim.on(place);
        new Leftovers(place, progress).clear(wish.fresh());
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "ending"));
        try {
            return live(wish);
        } catch (RuntimeException e) {
            // A part that falls over because everything is being ended is not worth a word.
            if (ending.get())
                forever();
            throw e;
        } finally {
            end();
            claim.release();
        }
    }

    private int live(Command.Run wish) {
        Keys keys = Keys.keptIn(place.keys());
        int port = ports.exactly(PortSetting.in(environment), PortSetting.NAME);
        if (!Files.exists(place.tools().resolve("temporal")))
            progress.step("temporal", "looking for a dev server; where there is none it is installed into .tools");
        Temporal temporal = new ChoosingTemporal(environment, new Tool(place.root(), "temporal", environment)).choose();
        Wiring wiring = Wiring.chosen(place, keys, temporal, port, ports, environment);
        if (wiring.place().engine() == Engine.MYSQL && !Files.exists(place.tools().resolve("mysql")))
            progress.step("mysql", "looking for a server; where there is none it is fetched into .tools");
        new Raising(wiring, ports, progress).raise(wish.split());
        int accounts = new Pool(new Rest(wiring.api(), keys.admin()), wiring.sandbox()).fill();
        progress.step("demo", accounts + " provider accounts are in the pool; now one job of each kind");
        boolean good = new FirstJobs(new Rest(wiring.api(), keys.api()), new Rest(wiring.api(), keys.admin()), progress,
                place.made()).run();
        if (wish.exit()) {
            progress.say(Addresses.text(wiring) + "\n" + EnvFile.text(Addresses.settings(wiring)));
            return good ? 0 : 1;
        }
        Watching watching = new Watching(place, progress);
        EnvFile.write(place.demoEnv(), Addresses.settings(wiring));
        progress.say(Addresses.text(wiring)
                + "\n  Keys and addresses for programs: var/demo.env. Ctrl-C ends everything.\n");
        watching.stay();
        return good ? 0 : 1;
    }

    /** The signal's thread and the main thread may both come here: the second waits until the first is done. */
    private synchronized void end() {
        if (ending.getAndSet(true))
            return;
        Folders.forget(place.demoEnv());
        boolean started = !new PidFiles(place.run()).names().isEmpty();
        if (started)
            progress.step("demo", "ending everything");
        new EndingAll(place.run()).end(part -> progress.step(part, "did not end in time and was killed"));
        Launch.forgetAllIn(place.run());
        if (started)
            progress.step("demo", "ended");
    }

    private static void forever() {
        while (true)
            LockSupport.park();
    }
}
