package dev.atelier.providers.http;

import java.util.Map;

import dev.atelier.domain.provider.Credential;

/** The headers of a provider that takes the account's key as a bearer token and answers in JSON. */
public final class Bearer {

    private Bearer() {
    }

    public static Map<String, String> headers(Credential as) {
        return Map.of("Authorization", "Bearer " + as.secret(), "Accept", "application/json");
    }
}
