package dev.atelier.db.job;

/** What may be made of what; the application that makes outputs brings the rules. */
public interface OutputRules {

    /** @param kind of the source: mesh, image or video @param parameters JSON */
    Verdict judge(String kind, String operation, String parameters);

    /**
     * @param wrong why it cannot be made; null: it can
     * @param makes the kind of what comes out: mesh or image; null of a mere analysis
     */
    record Verdict(String wrong, String makes) {
    }
}
