package dev.atelier.db.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Json;
import dev.atelier.domain.Word;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.QuotaDay;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.account.UnavailableReason;
import dev.atelier.domain.job.Medium;

/**
 * What other software wrote into an account and this one does not know is read as the value that does the least, and
 * named, so that one odd row stops neither the list nor the line.
 */
public final class ForeignValues {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {
    };

    private ForeignValues() {
    }

    /** Nothing new goes to an account of unknown status. */
    static AccountStatus status(int code) {
        return known(() -> AccountStatus.of(code), AccountStatus.INACTIVE);
    }

    static MediumStatus medium(int code) {
        return known(() -> MediumStatus.of(code), MediumStatus.UNAVAILABLE);
    }

    static Site site(int code) {
        return known(() -> Site.of(code), Site.US);
    }

    /** No quota reset lifts what a person decided. */
    static UnavailableReason reason(String word) {
        return word == null ? null : known(() -> Word.of(UnavailableReason.class, word), UnavailableReason.MANUAL);
    }

    static ZoneId zone(String name) {
        return known(() -> ZoneId.of(name), QuotaDay.DEFAULT_ZONE);
    }

    /** Null: all models. What is no list of names allows none. */
    public static List<String> models(String json) {
        return json == null ? null : known(() -> Json.read(json, NAMES), List.of());
    }

    /** Whether these are left out is unknown where it is no list. */
    public static boolean isList(String json) {
        return json == null || known(() -> Json.read(json, NAMES), null) != null;
    }

    /** Column and value of each, empty in a good row. */
    static List<String> in(ResultSet row) throws SQLException {
        List<String> odd = new ArrayList<>();
        note(odd, row, "account_status", value -> AccountStatus.of(Integer.parseInt(value)));
        note(odd, row, "site_type", value -> Site.of(Integer.parseInt(value)));
        note(odd, row, "zone", ZoneId::of);
        note(odd, row, "models", value -> Json.read(value, NAMES));
        note(odd, row, "not_models", value -> Json.read(value, NAMES));
        for (Medium medium : Medium.values()) {
            note(odd, row, medium.word() + "_generation_status",
                    value -> MediumStatus.of(Integer.parseInt(value)));
            note(odd, row, medium.word() + "_unavailable_reason", value -> Word.of(UnavailableReason.class, value));
        }
        return odd;
    }

    private static void note(List<String> odd, ResultSet row, String column, Reading reading) throws SQLException {
        String value = row.getString(column);
        if (value != null && known(() -> reading.of(value), null) == null) {
            odd.add(column + "=" + value);
        }
    }

    private static <T> T known(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                | DateTimeException unknown) {
            return otherwise;
        }
    }

    private interface Reading {
        Object of(String value);
    }
}
