package dev.atelier.worker.command;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values with double quotes (RFC 4180). */
final class Csv {

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @param number of the line it begins in, from 1 */
    record Row(int number, List<String> values) {
    }

    /**
     * Empty lines are left out.
     *
     * @throws WrongWords when a quote is never closed
     */
    static List<Row> read(String text) {
        Csv csv = new Csv(text);
        List<Row> rows = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Row row = csv.row();
            if (row.values().size() > 1 || !row.values().getFirst().isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static String write(List<String> values) {
        return String.join(",", values.stream().map(Csv::quoted).toList());
    }

    /** A value that a spreadsheet would take for a formula stays text. */
    private static String quoted(String value) {
        String safe = value == null ? "" : value;
        if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private Row row() {
        int number = line;
        List<String> values = new ArrayList<>();
        while (true) {
            values.add(value());
            if (at >= text.length()) {
                return new Row(number, values);
            }
            char end = text.charAt(at++);
            if (end == '\n') {
                line++;
                return new Row(number, values);
            }
        }
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        int opened = line;
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else if (each == '"' && (quoted || value.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && (each == ',' || each == '\n')) {
                break;
            } else if (quoted || each != '\r') {
                line += each == '\n' ? 1 : 0;
                value.append(each);
            }
        }
        if (quoted) {
            throw new WrongWords("a quote that is opened in line " + opened + " is never closed");
        }
        return value.toString();
    }
}
