package dev.atelier.faults.check;

import java.util.List;

/** Judges all that is promised, after any fault, from what is left in database, storage, journal, histories and logs. */
public final class Checker {
    private static final List<Invariant> ALL = List.of(new EveryJobEnds(), new NothingIsPaidTwice(),
            Asked.noSlotTwice(), new CountsAreRight(), new ResultsAreReadable(), new RowsAndObjectsAgree(),
            new EndsAreTold(), new AuditIsWhole(), Asked.nothingCrossesTenants(), new RestIsRest(),
            new SecretsStaySecret(), new OneKeyOneJob(Asked.oneKeyOneJob()));

    private Checker() {
    }

    public static Verdict judge(Evidence evidence) {
        return new Verdict(ALL.stream()
                .map(each -> new Verdict.Line(each.name(), each.says(), each.judge(evidence))).toList());
    }
}
