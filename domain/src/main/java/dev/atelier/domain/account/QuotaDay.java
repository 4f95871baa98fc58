package dev.atelier.domain.account;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The day of an account's quota: it turns at 00:30 of its zone. */
public record QuotaDay(ZoneId zone) {

    public static final LocalTime RESET = LocalTime.of(0, 30);
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    /** Of a new account: the day after its creation date, 00:30, also when it was created at 00:10. */
    public Instant firstReset(Instant created) {
        return created.atZone(zone).toLocalDate().plusDays(1).atTime(RESET).atZone(zone).toInstant();
    }

    /** The next 00:30 after now, however late we are. */
    public Instant nextReset(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime today = local.toLocalDate().atTime(RESET).atZone(zone);
        return (today.isAfter(local) ? today : local.toLocalDate().plusDays(1).atTime(RESET).atZone(zone)).toInstant();
    }
}
