package dev.atelier.db.search;

import java.util.List;

/** Finds what lies nearest to a vector, so that the exact walk can give way to an index without its callers knowing. */
public interface NearestVectors {

    /** Of one organisation, kind of subject and model, nearest first; {@code most} is 1 to 100. */
    List<Near> nearest(String orgId, String subjectType, String model, float[] asked, int most);

    /** @param cosine 1 the same direction, 0 unrelated, -1 opposite */
    record Near(String subjectId, double cosine) {
    }
}
