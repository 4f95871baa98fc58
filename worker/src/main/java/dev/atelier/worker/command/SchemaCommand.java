package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.List;

import dev.atelier.db.schema.PrintingSchema;

/** The DDL and the meaning of its columns, for people who work on the database with other tools. */
@Named(value = "schema", usage = "--dialect postgresql|mysql | --fields", summary = "print the whole DDL, or what each column means", needs = {}, upToDate = false)
class SchemaCommand implements Command {

    @Override
    public int run(List<String> words, PrintStream out) {
        if (words.equals(List.of("--fields"))) {
            out.print(PrintingSchema.meanings());
            return 0;
        }
        if (words.size() != 2 || !words.getFirst().equals("--dialect")) {
            throw new WrongWords("say which");
        }
        if (!PrintingSchema.DIALECTS.contains(words.get(1))) {
            throw new WrongWords("there is no dialect '" + words.get(1) + "'");
        }
        out.print(PrintingSchema.ddl(words.get(1)));
        return 0;
    }
}
