package dev.atelier.faults.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** No secret in a log, a history or a plain column; no prompt in a history. A violation never repeats the secret. */
final class SecretsStaySecret implements Invariant {
    @Override
    public String name() {
        return "I11";
    }

    @Override
    public String says() {
        return "no secret in logs, histories or plain columns";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        if (!evidence.secrets().isEmpty()) {
            evidence.logs().forEach(log -> read(log, evidence.secrets(), found));
            columns(evidence, found);
        }
        if (evidence.histories() != null)
            evidence.histories().each((workflow, history) -> {
                numberOf(evidence.secrets(), history)
                        .forEach(n -> found.add(new Violation("history of " + workflow, "holds secret " + n)));
                numberOf(evidence.words(), history)
                        .forEach(n -> found.add(new Violation("history of " + workflow, "holds prompt " + n)));
            });
        return found;
    }

    private static void read(Path log, List<String> secrets, List<Violation> found) {
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = ++number;
                numberOf(secrets, line).forEach(n -> found
                        .add(new Violation(log.getFileName() + " line " + at, "holds secret " + n)));
            }
        } catch (IOException e) {
            found.add(new Violation(log.getFileName().toString(), "cannot be read: " + e.getMessage()));
        }
    }

    private static void columns(Evidence evidence, List<Violation> found) {
        Books books = evidence.books();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        books.textColumns().forEach(each -> columns.computeIfAbsent(each[0], any -> new ArrayList<>()).add(each[1]));
        columns.forEach((table, names) -> {
            String any = names.stream().flatMap(name -> evidence.secrets().stream()
                    .map(secret -> books.text(books.quoted(name)) + " like '%" + secret.replace("'", "''") + "%'"))
                    .collect(Collectors.joining(" or "));
            String id = names.contains("id") || hasId(books, table) ? books.text("id") : "'?'";
            found.addAll(books.violations(table,
                    "select " + id + ", 'holds a secret in plain' from " + table + " where " + any));
        });
    }

    private static boolean hasId(Books books, String table) {
        return books.number("select count(*) from information_schema.columns where table_name = '" + table
                + "' and column_name = 'id'") > 0;
    }

    private static List<Integer> numberOf(List<String> words, String text) {
        return IntStream.range(0, words.size()).filter(i -> text.contains(words.get(i))).map(i -> i + 1).boxed()
                .toList();
    }
}
