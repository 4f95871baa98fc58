package dev.atelier.sandbox.protocol;

import java.util.List;

/**
 * How to practise with a provider: where it answers, and accounts it takes.
 *
 * @param path   below the sandbox's address
 * @param secret how keys of its accounts begin; the account's number follows
 * @param sites  of each account, in turn
 * @param media  what its accounts make: {@code image}, {@code video}, {@code mesh}
 */
public record Practice(String provider, String path, String secret, List<String> sites, List<String> media) {

    public String account(int number) {
        return provider + "-demo-" + number;
    }
}
