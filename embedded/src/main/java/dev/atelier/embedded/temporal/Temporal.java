package dev.atelier.embedded.temporal;

import java.nio.file.Path;

/** Which Temporal the demo works with. */
public sealed interface Temporal {
    /** One that runs already; the demo neither starts nor ends it. */
    record Given(String address, String ui) implements Temporal {
    }

    /** The dev server of this command line: everything, Web UI included. */
    record DevServer(Path cli) implements Temporal {
    }

    /** The test server of the Java SDK: jobs run, but there is no Web UI and there are no schedules. */
    record TestServer(String because) implements Temporal {
    }
}
