package dev.atelier.embedded;

import dev.atelier.embedded.part.EndingAll;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.process.Gate;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.PidFiles;
import dev.atelier.embedded.show.Progress;
import java.nio.file.Path;
import java.util.List;

/** What a demo that was killed could not put away itself. */
final class Leftovers {
    private final Place place;
    private final Progress progress;

    Leftovers(Place place, Progress progress) {
        this.place = place;
        this.progress = progress;
    }

    void clear(boolean fresh) {
        PidFiles pids = new PidFiles(place.run());
        List<String> running = pids.names().stream().filter(name -> pids.living(name).isPresent()).toList();
        if (!running.isEmpty())
            progress.step("demo", "ending what an earlier demo left behind: " + String.join(", ", running));
        new EndingAll(place.run()).end(part -> progress.step(part, "killed"));
        Launch.forgetAllIn(place.run());
        Folders.forget(place.demoEnv());
        for (Path log : Folders.inside(place.log("any").getParent()))
            if (!log.endsWith("build.log"))
                Folders.forget(log);
        if (fresh)
            forgetEverything();
        new Gate(place.run()).open();
    }

    /** All but the jars this process runs on and the folder that holds its own claim. */
    private void forgetEverything() {
        for (Path kept : Folders.inside(place.var()))
            if (!kept.equals(place.app()) && !kept.equals(place.run()) && !kept.endsWith("log"))
                Folders.forget(kept);
        progress.step("demo", "forgot what earlier runs left in var/");
    }
}
