package dev.atelier.providers.jimeng;

import java.util.List;
import java.util.Locale;

import dev.atelier.domain.account.Site;
import dev.atelier.domain.provider.Credential;

/**
 * The one token of a call: {@code [proxy@][site-]session}. Of several the gateway would draw one and not say which, so a
 * comma is refused.
 */
final class JimengToken {

    private static final List<String> PREFIXES = List.of("us-", "hk-", "jp-", "sg-");

    private JimengToken() {
    }

    static String of(Credential as) {
        String session = as.secret().startsWith(prefix(as)) ? as.secret() : prefix(as) + as.secret();
        return as.proxy() == null ? session : as.proxy() + "@" + session;
    }

    private static String prefix(Credential as) {
        return as.site() == Site.CN ? "" : as.site().word() + "-";
    }

    /** Why this credential cannot be sent, or null. */
    static String problem(Credential as) {
        if (as.secret().contains(",")) {
            return "the account's session holds a comma: one session an account";
        }
        if (as.secret().contains("@")) {
            return "the account's session holds an @: a proxy is a field of the account";
        }
        String session = as.secret().toLowerCase(Locale.ROOT);
        return PREFIXES.stream().filter(session::startsWith).filter(prefix -> !prefix.equals(prefix(as))).findFirst()
                .map(prefix -> "the account's session is marked " + prefix.substring(0, 2) + ", but its site is "
                        + as.site().word())
                .orElse(null);
    }
}
