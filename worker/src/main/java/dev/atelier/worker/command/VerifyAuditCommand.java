package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.List;

import dev.atelier.db.audit.Verdict;
import dev.atelier.db.audit.VerifyingAudit;

/** Whether anybody has been at the audit rows. */
@Named(value = "verify-audit", summary = "read every organisation's audit chain and name the first row that is wrong")
class VerifyAuditCommand implements Command {

    private final VerifyingAudit verifying;

    VerifyAuditCommand(VerifyingAudit verifying) {
        this.verifying = verifying;
    }

    @Override
    public int run(List<String> words, PrintStream out) {
        Words.none(words);
        List<Verdict> verdicts = verifying.all();
        verdicts.forEach(each -> out.println(each.orgId() + " " + (each.whole()
                ? "whole: " + each.rows() + " row(s), last " + each.seq() + " " + each.hash()
                : "BROKEN after " + each.rows() + " whole row(s): " + each.broken())));
        long broken = verdicts.stream().filter(each -> !each.whole()).count();
        out.println(verdicts.size() + " chain(s), " + broken + " broken");
        return broken == 0 ? 0 : 1;
    }
}
