package dev.atelier.db.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares exactly, page by page, with the organisation's newest 50,000 vectors: no index, no extension needed. */
@Component
class SimilarPrompts implements NearestVectors {

    private static final int AT_MOST = 50_000;
    private static final int PAGE = 500;
    private static final String AFTER_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final JdbcClient jdbc;

    SimilarPrompts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Near> nearest(String orgId, String subjectType, String model, float[] asked, int most) {
        if (most < 1 || most > 100) {
            throw new IllegalArgumentException("ask for 1 to 100 of the nearest, not " + most);
        }
        Comparator<Near> nearness = Comparator.comparingDouble(Near::cosine);
        PriorityQueue<Near> best = new PriorityQueue<>(nearness);
        String before = AFTER_ALL;
        for (int seen = 0; seen < AT_MOST; seen += PAGE) {
            List<Row> page = page(orgId, subjectType, model, asked.length, before);
            for (Row row : page) {
                best.add(new Near(row.subjectId(), cosine(asked, VectorBytes.read(row.vector()))));
                if (best.size() > most) {
                    best.poll();
                }
            }
            if (page.size() < PAGE) {
                break;
            }
            before = page.getLast().id();
        }
        List<Near> sorted = new ArrayList<>(best);
        sorted.sort(nearness.reversed());
        return sorted;
    }

    private List<Row> page(String orgId, String subjectType, String model, int dimensions, String before) {
        return jdbc.sql("""
                select id, subject_id, vector from embeddings
                where org_id = :org and subject_type = :type and model = :model and dimensions = :dimensions
                  and id < :before
                order by id desc limit :page
                """).param("org", orgId).param("type", subjectType).param("model", model)
                .param("dimensions", dimensions).param("before", before).param("page", PAGE)
                .query((row, n) -> new Row(row.getString("id"), row.getString("subject_id"), row.getBytes("vector")))
                .list();
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
            ones += (double) one[i] * one[i];
            others += (double) other[i] * other[i];
        }
        return ones == 0 || others == 0 ? 0 : dot / Math.sqrt(ones * others);
    }

    private record Row(String id, String subjectId, byte[] vector) {
    }
}
