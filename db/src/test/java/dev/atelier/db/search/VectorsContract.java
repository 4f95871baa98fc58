package dev.atelier.db.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.atelier.db.testing.DbContract;

abstract class VectorsContract extends DbContract {

    private final String org = id();
    private final String near = id();
    private final String far = id();

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void keep(String orgId, String subject, String text, float... vector) {
        db.get(KeepingVectors.class).keep(orgId, "prompt", subject, "m", text, vector);
    }

    @Test
    void the_nearest_come_first_and_only_of_the_organisation() {
        keep(org, far, "a stone", 0, 1, 0);
        keep(org, near, "a kite", 1, 0.5f, 0);
        keep(id(), id(), "a kite", 1, 0, 0);
        keep(org, id(), "other length", 1, 0);
        assertThat(db.get(NearestVectors.class).nearest(org, "prompt", "m", new float[]{2, 0, 0}, 10))
                .extracting(NearestVectors.Near::subjectId).containsExactly(near, far);
        assertThat(db.get(NearestVectors.class).nearest(org, "prompt", "m", new float[]{2, 1, 0}, 1))
                .singleElement().satisfies(found -> assertThat(found.cosine()).isBetween(0.999999, 1.000001));
    }

    @Test
    void a_text_is_embedded_anew_only_when_its_words_change() {
        String other = id();
        String subject = id();
        keep(other, subject, "A  red Kite", 1, 0);
        KeepingVectors vectors = db.get(KeepingVectors.class);
        assertThat(vectors.has(other, "prompt", subject, "m", "a red kite")).isTrue();
        assertThat(vectors.has(other, "prompt", subject, "m", "a blue kite")).isFalse();
        keep(other, subject, "a blue kite", 0, 1);
        assertThat(vectors.has(other, "prompt", subject, "m", "a blue kite")).isTrue();
        assertThat(db.get(NearestVectors.class).nearest(other, "prompt", "m", new float[]{0, 1}, 5)).singleElement()
                .satisfies(found -> assertThat(found.cosine()).isEqualTo(1));
    }
}
