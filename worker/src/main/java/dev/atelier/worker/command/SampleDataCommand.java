package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.List;

import dev.atelier.db.sample.FillingSamples;
import dev.atelier.worker.settings.Need;

/** Something to look at for people who build reports: an organisation with rows of every table. */
@Named(value = "sample-data", usage = "--org NAME", summary = "make an organisation NAME and fill it with rows of every table", needs = {
        Need.DATABASE, Need.STORAGE, Need.SECRETS})
class SampleDataCommand implements Command {

    private final FillingSamples filling;

    SampleDataCommand(FillingSamples filling) {
        this.filling = filling;
    }

    @Override
    public int run(List<String> words, PrintStream out) {
        if (words.size() != 2 || !words.getFirst().equals("--org") || words.get(1).isBlank()) {
            throw new WrongWords("say the new organisation's name");
        }
        if (filling.exists(words.get(1))) {
            throw new WrongWords("there is an organisation '" + words.get(1) + "' already; samples go into a new one");
        }
        filling.fill(words.get(1)).forEach((table, rows) -> out.printf("%6d  %s%n", rows, table));
        return 0;
    }
}
