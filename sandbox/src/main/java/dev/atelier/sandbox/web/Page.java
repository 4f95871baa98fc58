package dev.atelier.sandbox.web;

import dev.atelier.sandbox.journal.Entry;
import dev.atelier.sandbox.result.Result;
import dev.atelier.sandbox.script.Fault;
import dev.atelier.sandbox.script.Tags;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happened lately, for a person; needs nothing from anywhere else. */
record Page(List<Entry> entries, List<String> going, List<Fault> faults, List<Result> results) {
    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem}
            h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.8rem}table{border-collapse:collapse;width:100%}
            th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8884;vertical-align:top}
            td.prompt{max-width:26rem;overflow-wrap:anywhere}code,td.id{font:13px ui-monospace,monospace}
            .accepted{color:#1a7f37}.rejected{color:#9a6700}.dropped{color:#cf222e}.quiet{color:#888}
            figure{display:inline-block;margin:0 .8rem .8rem 0;width:160px;vertical-align:top}
            figcaption{font-size:12px;overflow-wrap:anywhere}img{border-radius:6px;display:block}""";

    String html() {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Atelier sandbox</title>"
                + "<meta http-equiv=\"refresh\" content=\"3\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<style>" + STYLE + "</style></head><body><h1>Atelier sandbox</h1>"
                + "<p>A provider to practise on: real protocols, real files, no money. "
                + "<a href=\"/_sandbox/journal\">journal</a> · <a href=\"/_sandbox/faults\">faults</a></p>"
                + section("At work", going.stream().limit(50).map(line -> "<li><code>" + escaped(line)
                        + "</code></li>").toList(), "<ul>", "</ul>", "Nothing waits or runs.")
                + section("Faults ordered", faults.stream().map(fault -> "<li><code>" + escaped(fault.toString())
                        + "</code></li>").toList(), "<ul>", "</ul>", "None.")
                + section("Results", results.stream().map(Page::figure).toList(), "", "", "None yet.")
                + section("Journal, newest first", entries.stream().map(Page::row).toList(),
                        "<table><tr><th>#</th><th>at</th><th>provider</th><th>operation</th><th>outcome</th><th>account</th>"
                                + "<th>task</th><th>prompt</th></tr>",
                        "</table>", "No request yet.")
                + "</body></html>";
    }

    private static String section(String title, List<String> parts, String open, String close, String none) {
        return "<h2>" + title + "</h2>" + (parts.isEmpty()
                ? "<p class=\"quiet\">" + none + "</p>"
                : open + String.join("", parts) + close);
    }

    private static String row(Entry entry) {
        String outcome = entry.outcome().name().toLowerCase(Locale.ROOT);
        String task = entry.taskIds() == null
                ? entry.taskId()
                : entry.taskIds().stream().limit(5).collect(Collectors.joining(" "));
        return "<tr><td>" + entry.seq() + "</td><td>" + escaped(entry.at()) + "</td><td>" + escaped(entry.provider())
                + "</td><td>" + entry.operation().word()
                + "</td><td class=\"" + outcome + "\">" + outcome + "</td><td>" + escaped(entry.account())
                + "</td><td class=\"id\">" + escaped(task) + "</td><td class=\"prompt\">"
                + escaped(shortened(entry.prompt())) + "</td></tr>";
    }

    private static String figure(Result result) {
        String token = escaped(result.token());
        return "<figure><a href=\"/files/" + token + "\"><img width=\"160\" alt=\"\" src=\"/_sandbox/thumbnails/"
                + token
                + "\"></a><figcaption>" + escaped(result.kind().type()) + " · "
                + escaped(shortened(Tags.without(result.prompt()))) + "</figcaption></figure>";
    }

    private static String shortened(String text) {
        return text == null || text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                        .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
