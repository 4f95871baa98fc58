package dev.atelier.domain.provider;

import java.net.URI;

import dev.atelier.domain.account.Site;

/**
 * Who submits: the account's row, opened. Never logged, never sent through Temporal.
 *
 * @param accountId our id of the account
 * @param baseUrl   where the provider answers for this account, without a trailing slash
 * @param secret    session id or API key, in clear; protocols with two keys join them, see their adapter
 * @param site      where the account lives
 * @param proxy     the way to the provider, or null; may hold a login
 */
public record Credential(String accountId, URI baseUrl, String secret, Site site, URI proxy) {

    /** Of an account at home, without a proxy. */
    public Credential(String accountId, URI baseUrl, String secret) {
        this(accountId, baseUrl, secret, Site.CN, null);
    }

    @Override
    public String toString() {
        return "Credential[accountId=" + accountId + ", baseUrl=" + baseUrl + ", site=" + site + ", secret=***]";
    }
}
