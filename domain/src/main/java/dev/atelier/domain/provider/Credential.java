package dev.atelier.domain.provider;

import java.net.URI;

/**
 * Who submits: the account's row, opened. Never logged, never sent through Temporal.
 *
 * @param accountId our id of the account
 * @param baseUrl   where the provider answers for this account, without a trailing slash
 * @param secret    session id or API key, in clear
 */
public record Credential(String accountId, URI baseUrl, String secret) {

    @Override
    public String toString() {
        return "Credential[accountId=" + accountId + ", baseUrl=" + baseUrl + ", secret=***]";
    }
}
