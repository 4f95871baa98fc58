package dev.atelier.activities.job;

import java.net.URI;

/**
 * Where providers reach us from the internet.
 *
 * @param url without a trailing slash; null: nowhere, so no provider is given an address
 */
public record CallbackBase(URI url) {

    /**
     * @param text      as it was set, or blank
     * @param allowHttp for practice only: what goes in clear can be read on its way
     * @throws IllegalStateException saying what to set instead
     */
    public static CallbackBase of(String text, boolean allowHttp) {
        if (text == null || text.isBlank()) {
            return new CallbackBase(null);
        }
        try {
            URI url = URI.create(text.strip().replaceFirst("/+$", ""));
            boolean known = "https".equals(url.getScheme()) || allowHttp && "http".equals(url.getScheme());
            if (known && url.getHost() != null && url.getQuery() == null && url.getFragment() == null
                    && url.getUserInfo() == null) {
                return new CallbackBase(url);
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below.
        }
        throw new IllegalStateException("atelier.callbacks.public-url must be an https address such as"
                + " https://atelier.example.com, under which providers reach this API, or empty");
    }
}
