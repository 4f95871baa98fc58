package dev.atelier.db.account;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.secret.Cell;
import dev.atelier.db.secret.Secrets;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.QuotaDay;
import dev.atelier.domain.account.UnavailableReason;
import dev.atelier.domain.job.Medium;

/** Turns wishes into rows; touches no database. */
@Component
class AccountDrafts {

    private static final int STANDARD_RETRIES = 6;
    private static final int LONGEST_ACTOR = 50;

    private final Catalogue catalogue;
    private final Secrets secrets;

    AccountDrafts(Catalogue catalogue, Secrets secrets) {
        this.catalogue = catalogue;
        this.secrets = secrets;
    }

    AccountRow fresh(NewAccount account, Instant now) {
        ZoneId zone = requireNonNullElse(account.zone(), QuotaDay.DEFAULT_ZONE);
        return row(account, Ids.next(), zone, new QuotaDay(zone).firstReset(now), 1, now, actor(account.by()), now);
    }

    /** Its counters and the day they belong to stay: the provider counts on, whatever we delete. */
    AccountRow revived(AccountRow deleted, NewAccount account, Instant now) {
        return row(account, deleted.id(), requireNonNullElse(account.zone(), deleted.zone()),
                deleted.quotaResetTime(), deleted.version() + 1, deleted.created(), deleted.createdBy(), now);
    }

    private AccountRow row(NewAccount account, String id, ZoneId zone, Instant quotaReset, int version, Instant created,
            String createdBy, Instant now) {
        return new AccountRow(id, account.account(), account.provider(), account.orgId(), account.site(),
                baseUrl(account), secrets.seal(account.secret(), cell(id, account.orgId())),
                secrets.fingerprint(account.secret()), AccountStatus.ACTIVE, requireNonNullElse(account.priority(), 0),
                requireNonNullElse(account.maxRetryCount(), STANDARD_RETRIES), account.models(), account.notModels(),
                quotaReset, zone, version, false, created, now, createdBy, actor(account.by()));
    }

    AccountRow changed(AccountRow was, AccountChange to, Instant now) {
        boolean resealed = to.secret() != null;
        return new AccountRow(was.id(), requireNonNullElse(to.account(), was.account()), was.provider(), was.orgId(),
                was.site(), to.baseUrl() == null ? was.baseUrl() : withoutSlash(to.baseUrl()),
                resealed ? secrets.seal(to.secret(), cell(was.id(), was.orgId())) : was.sealed(),
                resealed ? secrets.fingerprint(to.secret()) : was.fingerprint(),
                requireNonNullElse(to.status(), was.status()), requireNonNullElse(to.priority(), was.priority()),
                requireNonNullElse(to.maxRetryCount(), was.maxRetryCount()), over(to.models(), was.models()),
                over(to.notModels(), was.notModels()), was.quotaResetTime(), was.zone(), was.version() + 1, false,
                was.created(), now, was.createdBy(), actor(to.by()));
    }

    AccountRow deleted(AccountRow was, String by, Instant now) {
        return new AccountRow(was.id(), was.account(), was.provider(), was.orgId(), was.site(), was.baseUrl(),
                was.sealed(), was.fingerprint(), was.status(), was.priority(), was.maxRetryCount(), was.models(),
                was.notModels(), was.quotaResetTime(), was.zone(), was.version() + 1, true, was.created(), now,
                was.createdBy(), actor(by));
    }

    Map<Medium, MediumRow> media(NewAccount account) {
        return media(account, Map.of());
    }

    /** A revived account comes back available, but where quota or rate made it rest. */
    Map<Medium, MediumRow> media(NewAccount account, Map<Medium, MediumRow> before) {
        Map<Medium, MediumRow> media = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            NewAccount.Plan plan = account.media() == null ? null : account.media().get(medium);
            int slots = plan == null || plan.slots() == null ? 1 : plan.slots();
            Integer dayLimit = plan == null ? null : plan.dayLimit();
            MediumRow was = before.get(medium);
            boolean rests = was != null && was.restsForAWhile();
            media.put(medium, rests ? was.with(slots, dayLimit) : MediumRow.available(slots, dayLimit));
        }
        return media;
    }

    /** Only the mediums that change. */
    Map<Medium, MediumRow> changed(Map<Medium, MediumRow> media, AccountStatus statusBefore, AccountChange to,
            Instant now) {
        boolean activated = to.status() == AccountStatus.ACTIVE && statusBefore != AccountStatus.ACTIVE;
        Map<Medium, MediumRow> changed = new EnumMap<>(Medium.class);
        media.forEach((medium, was) -> {
            MediumRow is = was;
            if (to.secret() != null && is.offBecauseOf(UnavailableReason.AUTH)
                    || activated && is.offBecauseOf(UnavailableReason.BAN)) {
                is = is.back();
            }
            if (to.media() != null && to.media().get(medium) != null) {
                is = changed(is, to.media().get(medium), now);
            }
            if (!is.equals(was)) {
                changed.put(medium, is);
            }
        });
        return changed;
    }

    private static MediumRow changed(MediumRow was, AccountChange.MediumChange to, Instant now) {
        MediumRow is = was.with(requireNonNullElse(to.slots(), was.slots()), over(to.dayLimit(), was.dayLimit()));
        if (to.available() == null) {
            return is;
        }
        return to.available() ? is.back() : is.switchedOff(now);
    }

    static Cell cell(String accountId, String orgId) {
        return new Cell("jimeng_accounts", "session_id", orgId, accountId);
    }

    static Cell proxyCell(String accountId, String orgId) {
        return new Cell("jimeng_accounts", "proxy", orgId, accountId);
    }

    private String baseUrl(NewAccount account) {
        return withoutSlash(account.baseUrl() != null
                ? account.baseUrl()
                : catalogue.providers().stream().filter(each -> each.name().equals(account.provider())).findFirst()
                        .orElseThrow().baseUrl());
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static <T> T over(Patch<T> patch, T before) {
        return patch == null ? before : patch.over(before);
    }

    static String actor(String by) {
        return by == null || by.length() <= LONGEST_ACTOR ? by : by.substring(0, LONGEST_ACTOR);
    }

}
