package dev.atelier.sandbox.jimeng;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whose session a call goes with: {@code [proxy@][site-]session}, and of a list one at random, as the gateway does.
 *
 * @param site  cn, us, hk, jp or sg
 * @param token as it came, without the proxy; never shown but to its owner
 */
record Session(Key key, String site, String token) {
    private static final List<String> ABROAD = List.of("us", "hk", "jp", "sg");

    static Optional<Session> of(Request request) {
        return Key.value(request, "Bearer ").filter(value -> !value.isBlank()).map(Session::drawn)
                .flatMap(Session::of);
    }

    static Optional<Session> of(String token) {
        String bare = token.substring(token.lastIndexOf('@') + 1).strip();
        String site = ABROAD.stream().filter(each -> bare.toLowerCase(Locale.ROOT).startsWith(each + "-")).findFirst()
                .orElse("cn");
        String session = site.equals("cn") ? bare : bare.substring(3);
        return session.equals(Key.REFUSED) ? Optional.empty() : Key.of(bare).map(key -> new Session(key, site, bare));
    }

    private static String drawn(String list) {
        String[] tokens = list.split(",");
        return tokens.length == 0 ? "" : tokens[ThreadLocalRandom.current().nextInt(tokens.length)];
    }
}
