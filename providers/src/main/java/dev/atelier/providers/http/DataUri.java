package dev.atelier.providers.http;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An image of ours as an order carries it, for providers that want its bytes. */
public record DataUri(String type, String base64) {

    private static final Pattern FORM = Pattern.compile("data:([\\w.+-]+/[\\w.+-]+);base64,");

    /** Empty for a plain address. */
    public static Optional<DataUri> of(String image) {
        Matcher form = FORM.matcher(image);
        return form.lookingAt()
                ? Optional.of(new DataUri(form.group(1), image.substring(form.end())))
                : Optional.empty();
    }

    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** Such as {@code png}. */
    public String format() {
        String subtype = type.substring(type.indexOf('/') + 1);
        return subtype.equals("jpeg") ? "jpg" : subtype;
    }

    @Override
    public String toString() {
        return "data:" + type + ";…";
    }
}
