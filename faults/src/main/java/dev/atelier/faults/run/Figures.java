package dev.atelier.faults.run;

import dev.atelier.embedded.testbed.Rows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers of a run, from the rows. */
final class Figures {
    private Figures() {
    }

    /** One line: how many jobs stand where. */
    static String now(Rows rows) {
        return rows.all("select status, count(*) n from generation_jobs group by status order by status").stream()
                .map(row -> row.get("n") + " " + row.get("status")).collect(Collectors.joining(", ")) + "; "
                + rows.number("select count(*) from generation_jobs where attention_reason is not null"
                        + " and status = 'running'")
                + " need a person";
    }

    static String of(Rows rows, Settling settling, int troubles, int webhooks, Crowd crowd, Person person) {
        List<Long> took = rows.all("""
                select round(extract(epoch from completed_at - created_at) * 1000)::bigint ms from generation_jobs
                 where completed_at is not null order by 1""").stream().map(row -> Long.valueOf(row.get("ms")))
                .toList();
        return """
                jobs              %s
                posted            %d keys answered, %d refused
                attempts          %s
                person            %s
                troubles          %d
                webhook calls     %d
                acknowledged → ended   p50 %s, p95 %s, longest %s
                last trouble over → all ended %s, → at rest %s
                """.formatted(now(rows), crowd.acknowledged().size(), crowd.refused(),
                rows.all("select state, count(*) n from submissions group by state order by state").stream()
                        .map(row -> row.get("n") + " " + row.get("state")).collect(Collectors.joining(", ")),
                person.said().isEmpty() ? "was not needed" : words(person.said()), troubles, webhooks,
                seconds(took, 0.5), seconds(took, 0.95), seconds(took, 1), settling.ended(), settling.rested());
    }

    private static String words(Map<String, Integer> said) {
        return said.entrySet().stream().map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String seconds(List<Long> sorted, double part) {
        if (sorted.isEmpty())
            return "none";
        long millis = sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
        return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
}
