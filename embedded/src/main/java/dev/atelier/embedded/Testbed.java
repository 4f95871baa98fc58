package dev.atelier.embedded;

import dev.atelier.embedded.command.Command;
import dev.atelier.embedded.database.Engine;
import dev.atelier.embedded.part.EndingAll;
import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.Keys;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.port.Ports;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.show.Pool;
import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.show.Rest;
import dev.atelier.embedded.temporal.Temporal;
import dev.atelier.embedded.tool.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The house of {@code ./demo --split}, in a place and on ports of its own: a demo that runs beside it notices nothing. */
public final class Testbed implements AutoCloseable {
    private final Wiring wiring;

    private Testbed(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Every part a process of its own. Without a Temporal server the tests fail: what is skipped proves nothing. */
    public static Testbed split() {
        return split(checkout(), "embedded/target/demo-test", (wiring, launch) -> launch);
    }

    /**
     * @param folder   below the checkout; all this house keeps, emptied first
     * @param rewiring may lead a part by other roads to what it stands on
     */
    public static Testbed split(Path checkout, String folder, Rewiring rewiring) {
        Map<String, String> environment = environment();
        Path cli = switch (new Tool(checkout, "temporal", environment).find()) {
            case Tool.Found found -> found.path();
            case Tool.None none -> throw new IllegalStateException(
                    "these tests need a real Temporal server and there is none: " + none.because());
        };
        Place place = emptied(checkout, folder);
        Ports ports = new Ports(PortBlock.above());
        Wiring wiring = Wiring.chosen(place, Keys.keptIn(place.keys()), new Temporal.DevServer(cli), ports.from(8080),
                ports, environment);
        Testbed testbed = new Testbed(wiring);
        Runtime.getRuntime().addShutdownHook(new Thread(testbed::close, "ending the testbed"));
        new Raising(wiring, ports, new Progress(System.out), launch -> rewiring.of(wiring, launch)).raise(true);
        new Pool(new Rest(wiring.api(), wiring.keys().admin()), wiring.sandbox()).fill();
        return testbed;
    }

    /** {@code ./demo --exit} where no Temporal command line can be had. Answers with its exit status. */
    public static int demoWithoutTemporal() {
        Place place = emptied(checkout(), "embedded/target/demo-test-alone");
        Ports ports = new Ports(PortBlock.above());
        Map<String, String> environment = environment();
        environment.put("TEMPORAL_CLI", "/nowhere/temporal");
        environment.put("ATELIER_PORT", Integer.toString(new Ports(PortBlock.above()).from(8180)));
        return new House(place, environment, ports).open(new Command.Run(false, true, false, Engine.POSTGRES));
    }

    public Wiring wiring() {
        return wiring;
    }

    /** Changes what a part is started with, and so what it finds where. */
    @FunctionalInterface
    public interface Rewiring {
        Launch of(Wiring wiring, Launch launch);
    }

    @Override
    public synchronized void close() {
        new EndingAll(wiring.place().run()).end(part -> System.out.println(part + " had to be killed"));
    }

    /** Where the tests run: in a module of the checkout, or at its top. */
    public static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("demo")) ? here : here.getParent();
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("ATELIER_") || name.equals("TEMPORAL_ADDRESS"));
        // Processes that live for seconds: the second compiler would only take the cores from the others.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        return environment;
    }

    /** What an earlier, killed run left behind is ended and forgotten; its logs stay until then. */
    private static Place emptied(Path checkout, String folder) {
        Place place = new Place(checkout.resolve(folder));
        Path jar = checkout.resolve("worker/target/atelier.jar");
        if (!Files.exists(jar))
            throw new IllegalStateException(jar + " is missing; mvn verify builds it before it comes here");
        new Leftovers(place, new Progress(System.out)).clear(true);
        Folders.made(place.app());
        Folders.made(checkout.resolve(".tools"));
        try {
            Files.copy(jar, place.applicationJar(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            if (!Files.exists(place.tools()))
                Files.createSymbolicLink(place.tools(), checkout.resolve(".tools"));
            Files.createDirectories(place.root().resolve("tools"));
            Files.copy(checkout.resolve("tools/temporal"), place.root().resolve("tools/temporal"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place;
    }
}
