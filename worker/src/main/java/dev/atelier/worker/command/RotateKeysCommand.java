package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.List;

import dev.atelier.db.secret.Resealing;

/** The last step of a key's change: after it the old key may be forgotten. */
@Named(value = "rotate-keys", summary = "seal all secrets with the first key, so that the old ones can be forgotten")
class RotateKeysCommand implements Command {

    private final Resealing resealing;

    RotateKeysCommand(Resealing resealing) {
        this.resealing = resealing;
    }

    @Override
    public int run(List<String> words, PrintStream out) {
        Words.none(words);
        Resealing.Report report = resealing.all();
        out.println("sealed anew: " + report.sealed() + " secret(s)" + (report.root() ? " and the root secret" : ""));
        report.unreadable().forEach(cell -> out.println("no configured key opens " + cell));
        out.println(report.unreadable().isEmpty()
                ? "the old keys are no longer needed"
                : "keep the old keys: give these accounts their credentials anew, or configure the key that opens them");
        return report.unreadable().isEmpty() ? 0 : 1;
    }
}
