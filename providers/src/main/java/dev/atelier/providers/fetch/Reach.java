package dev.atelier.providers.fetch;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Where an address that came from outside may lead.
 *
 * @param open  of what addresses a connection may be made to; asked with the very one that is connected to
 * @param ports empty: any
 * @param names how a host's name becomes addresses
 */
public record Reach(Predicate<InetAddress> open, Set<Integer> ports, Dns names) {

    /** Where web servers answer; any other port is somebody's database or queue. */
    public static final Set<Integer> PORTS_OF_THE_WEB = Set.of(80, 443);

    public static Reach internet(Set<Integer> ports) {
        return new Reach(Addresses::isPublic, ports, Dns.SYSTEM);
    }

    /** For practice only. */
    public static Reach everywhere() {
        return new Reach(address -> true, Set.of(), Dns.SYSTEM);
    }

    static Reach of(boolean allowPrivate) {
        return allowPrivate ? everywhere() : internet(PORTS_OF_THE_WEB);
    }

    /** What speaks against it before a name is resolved; empty: nothing yet. The socket has the last word. */
    Optional<String> objection(HttpUrl url) {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            return Optional.of("the address carries a user name or password");
        }
        if (!ports.isEmpty() && !ports.contains(url.port())) {
            return Optional.of("the address has port " + url.port() + "; open are " + new TreeSet<>(ports));
        }
        return Optional.empty();
    }
}
