package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.List;

import javax.sql.DataSource;

import dev.atelier.db.Migrating;
import dev.atelier.worker.settings.Need;

/** So that the schema can be brought up to date before the new software starts, by a role that may. */
@Named(value = "migrate", summary = "bring the database to this software's schema", needs = Need.DATABASE, upToDate = false)
class MigrateCommand implements Command {

    private final DataSource database;

    MigrateCommand(DataSource database) {
        this.database = database;
    }

    @Override
    public int run(List<String> words, PrintStream out) {
        Words.none(words);
        int done = Migrating.run(database);
        out.println(done == 0 ? "the schema was up to date" : "ran " + done + " migration(s)");
        return 0;
    }
}
