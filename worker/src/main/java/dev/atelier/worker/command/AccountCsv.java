package dev.atelier.worker.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.atelier.db.account.AccountView;
import dev.atelier.db.account.NewAccount;
import dev.atelier.domain.Word;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Medium;

/** An account as a line of a file. The secret goes in and never comes out. */
final class AccountCsv {

    /** What may be imported; {@code models} and {@code not_models} are separated by blanks. */
    static final List<String> COLUMNS = List.of("provider", "account", "secret", "site", "base_url", "org_id",
            "priority", "max_retry_count", "image_slots", "video_slots", "mesh_slots", "image_day_limit",
            "video_day_limit", "mesh_day_limit", "models", "not_models", "zone");

    /** What an export has in place of the secret; an import passes over them, so that an export can be filled in. */
    private static final Set<String> TOLD_ONLY = Set.of("id", "status");

    private AccountCsv() {
    }

    /** @throws WrongWords naming what the first line lacks, or has too much */
    static List<String> header(List<String> names) {
        List<String> header = names.stream().map(String::strip).toList();
        List<String> lacking = List.of("provider", "account", "secret", "site").stream()
                .filter(name -> !header.contains(name)).toList();
        List<String> unknown = header.stream()
                .filter(name -> !COLUMNS.contains(name) && !TOLD_ONLY.contains(name)).toList();
        if (!lacking.isEmpty() || !unknown.isEmpty() || new HashSet<>(header).size() < header.size()) {
            throw new WrongWords("the first line must name the columns, once each, provider, account, secret and site"
                    + " among them; lacking: " + lacking + ", unknown: " + unknown + "; there are: "
                    + String.join(",", COLUMNS));
        }
        return header;
    }

    /** @throws IllegalArgumentException saying what is wrong with the line */
    static NewAccount read(List<String> header, List<String> values) {
        if (values.size() != header.size()) {
            throw new IllegalArgumentException(
                    "it has " + values.size() + " values, the first line names " + header.size());
        }
        Map<String, String> by = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            String value = values.get(column).strip();
            by.put(header.get(column), value.isEmpty() ? null : value);
        }
        Map<Medium, NewAccount.Plan> media = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            media.put(medium, new NewAccount.Plan(number(by, medium.word() + "_slots"),
                    number(by, medium.word() + "_day_limit")));
        }
        return new NewAccount(by.get("provider"), by.get("account"), by.get("secret"),
                by.get("site") == null ? null : Word.of(Site.class, by.get("site")), by.get("base_url"),
                by.get("org_id"), number(by, "priority"), number(by, "max_retry_count"), media,
                names(by.get("models")), names(by.get("not_models")), zone(by.get("zone")), "import");
    }

    static List<String> write(AccountView account) {
        return Arrays.asList(account.id(), account.status().word(), account.provider(), account.account(),
                account.site().word(), account.baseUrl(), account.orgId(), String.valueOf(account.priority()),
                String.valueOf(account.maxRetryCount()), slots(account, Medium.IMAGE), slots(account, Medium.VIDEO),
                slots(account, Medium.MESH), limit(account, Medium.IMAGE), limit(account, Medium.VIDEO),
                limit(account, Medium.MESH), joined(account.models()), joined(account.notModels()),
                account.zone().getId());
    }

    static List<String> exported() {
        return List.of("id", "status", "provider", "account", "site", "base_url", "org_id", "priority",
                "max_retry_count", "image_slots", "video_slots", "mesh_slots", "image_day_limit", "video_day_limit",
                "mesh_day_limit", "models", "not_models", "zone");
    }

    private static String slots(AccountView account, Medium medium) {
        return String.valueOf(account.media().get(medium).slots());
    }

    private static String limit(AccountView account, Medium medium) {
        Integer limit = account.media().get(medium).dayLimit();
        return limit == null ? null : limit.toString();
    }

    private static String joined(List<String> names) {
        return names == null ? null : String.join(" ", names);
    }

    private static List<String> names(String value) {
        return value == null ? null : List.of(value.split("\\s+"));
    }

    private static Integer number(Map<String, String> by, String column) {
        try {
            return by.get(column) == null ? null : Integer.valueOf(by.get(column));
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException(column + " is '" + by.get(column) + "', not a whole number");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("there is no zone '" + name + "'");
        }
    }
}
