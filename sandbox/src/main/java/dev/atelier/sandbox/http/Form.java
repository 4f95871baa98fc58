package dev.atelier.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.state.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code multipart/form-data} body, as browsers and vendors' clients send it. */
public record Form(List<Field> fields) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,\\s]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*?\\bname=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)content-disposition:[^\\r\\n]*?\\bfilename=\"([^\"]*)\"");

    /** @param file its name, null for a plain field */
    public record Field(String name, String file, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Empty when the request is no form. */
    public static Optional<Form> of(Request request) {
        Optional<String> boundary = request.header("Content-Type")
                .filter(type -> type.startsWith("multipart/form-data"))
                .map(BOUNDARY::matcher).filter(Matcher::find).map(found -> found.group(1));
        return boundary.map(mark -> new Form(parts(new String(request.body(), StandardCharsets.ISO_8859_1), mark)));
    }

    /** A form's fields as if they were JSON; of files only their names, of several of a name the last. */
    public static ObjectNode json(Request request) {
        ObjectNode body = Json.object();
        of(request).ifPresent(form -> form.fields().forEach(field -> body.put(field.name().replace("[]", ""),
                field.file() == null ? field.text() : field.file())));
        return body;
    }

    public Optional<String> text(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::text).findFirst();
    }

    public List<Field> files(String name) {
        return fields.stream().filter(field -> field.file() != null && field.name().equals(name)).toList();
    }

    /** Latin-1 keeps every byte as a character of its own. */
    private static List<Field> parts(String body, String boundary) {
        List<Field> fields = new ArrayList<>();
        for (String part : body.split(Pattern.quote("--" + boundary))) {
            int blank = part.indexOf("\r\n\r\n");
            if (blank < 0) {
                continue;
            }
            String head = new String(part.substring(0, blank).getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8);
            String value = part.substring(blank + 4, part.endsWith("\r\n") ? part.length() - 2 : part.length());
            Matcher name = NAME.matcher(head);
            Matcher file = FILE.matcher(head);
            if (name.find()) {
                fields.add(new Field(name.group(1), file.find() ? file.group(1) : null,
                        value.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return List.copyOf(fields);
    }
}
