package dev.atelier.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Shelf;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Credit and daily limits of accounts, so that stories of quota can be played. An account without a purse is rich. */
public final class Purses implements Closeable {
    private static final int CAPACITY = 1_000;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Shelf<Purse> purses;
    private final Clock clock;

    public Purses(Path file, Clock clock) {
        this.purses = new Shelf<>(file, Purse.class, CAPACITY);
        this.clock = clock;
    }

    /** @throws IllegalArgumentException with a message for the person who sets it */
    public Purse set(JsonNode body) {
        Purse purse = new Purse(text(body, "provider"), text(body, "account"), amount(body, "credit"),
                amount(body, "daily"), today(), 0);
        purses.put(name(purse.provider(), purse.account()), purse);
        return purse;
    }

    public List<Purse> all() {
        return purses.all();
    }

    /** Why this account may not submit now, if so. */
    public Optional<Word> refusal(String provider, String account) {
        return purses.get(name(provider, account)).map(purse -> purse.on(today()))
                .flatMap(purse -> purse.empty()
                        ? Optional.of(Word.OVERDUE)
                        : purse.usedUp() ? Optional.of(Word.QUOTA) : Optional.empty());
    }

    public void spend(String provider, String account) {
        purses.update(name(provider, account), purse -> purse == null ? null : purse.on(today()).less());
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI).toString();
    }

    private static String name(String provider, String account) {
        return provider + " " + account;
    }

    private static String text(JsonNode body, String field) {
        String value = body.path(field).asText("");
        if (value.isBlank()) {
            throw new IllegalArgumentException("\"" + field + "\" must be named, as the journal shows it");
        }
        return value;
    }

    private static Long amount(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || value.asLong() < 0) {
            throw new IllegalArgumentException("\"" + field + "\" must be a whole number, 0 or more, or null for none");
        }
        return value.asLong();
    }

    @Override
    public void close() throws IOException {
        purses.close();
    }
}
