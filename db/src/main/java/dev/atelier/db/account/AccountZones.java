package dev.atelier.db.account;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.domain.account.QuotaDay;

/** The zones in which accounts have their quota day; the default is always among them. */
@Component
public class AccountZones {

    private final JdbcClient jdbc;

    AccountZones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> all() {
        Set<String> zones = new TreeSet<>(
                jdbc.sql("select distinct zone from jimeng_accounts where is_deleted = false").query(String.class)
                        .list());
        zones.add(QuotaDay.DEFAULT_ZONE.getId());
        return zones;
    }
}
