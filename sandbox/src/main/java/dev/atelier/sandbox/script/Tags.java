package dev.atelier.sandbox.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a prompt tells the sandbox to do, as in {@code a boat [sandbox seconds=20] [sandbox submit=429,ok]}. Lists go
 * by turn: the n-th request takes the n-th word, the last word repeats. Times are at most an hour.
 */
public record Tags(Optional<Duration> takes, Optional<Duration> queued, Optional<Duration> answeredAfter,
        Optional<Duration> signed, List<Word> submit, List<Word> poll, List<Delivery> result, Ending ending,
        Telling callback) {

    private static final Pattern TAG = Pattern.compile("\\[sandbox\\s+([^\\]]*)]");
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String KNOWN = "seconds=N, queued=N, ack=N, signed=N, submit=WORD,…, poll=WORD,…, fail=WORD, result=WORD,…, callback=WORD";

    /** @throws UnknownWord for a tag the sandbox does not know, so that a misspelt one is noticed */
    public static Tags of(String prompt) {
        Optional<Duration> takes = Optional.empty();
        Optional<Duration> queued = Optional.empty();
        Optional<Duration> answeredAfter = Optional.empty();
        Optional<Duration> signed = Optional.empty();
        List<Word> submit = new ArrayList<>();
        List<Word> poll = new ArrayList<>();
        List<Delivery> result = new ArrayList<>();
        Ending ending = Ending.OK;
        Telling callback = Telling.OK;
        Matcher tags = TAG.matcher(prompt);
        while (tags.find()) {
            for (Map.Entry<String, String> setting : settings(tags.group(1))) {
                String value = setting.getValue();
                switch (setting.getKey()) {
                    case "seconds" -> takes = Optional.of(duration(value));
                    case "queued" -> queued = Optional.of(duration(value));
                    case "ack" -> answeredAfter = Optional.of(duration(value));
                    case "signed" -> signed = Optional.of(duration(value));
                    case "submit" -> list(value).map(Word::of).forEach(submit::add);
                    case "poll" -> list(value).map(Word::of).forEach(poll::add);
                    case "result" -> list(value).map(Delivery::of).forEach(result::add);
                    case "fail" -> ending = Ending.of(value);
                    case "callback" -> callback = Telling.of(value);
                    default -> throw new UnknownWord(setting.getKey(), KNOWN);
                }
            }
        }
        return new Tags(takes, queued, answeredAfter, signed, List.copyOf(submit), List.copyOf(poll),
                List.copyOf(result),
                ending, callback);
    }

    /** The prompt as a person would read it. */
    public static String without(String prompt) {
        String bare = TAG.matcher(prompt).replaceAll(" ").strip();
        return bare.isEmpty() ? prompt : bare;
    }

    /** The n-th of the words, counted from 1; the last repeats. */
    public static <T> Optional<T> turn(List<T> words, long n) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.get((int) Math.min(words.size(), Math.max(1, n)) - 1));
    }

    private static List<Map.Entry<String, String>> settings(String text) {
        return Stream.of(text.strip().split("\\s+")).map(setting -> {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new UnknownWord(setting, KNOWN);
            }
            return Map.entry(setting.substring(0, equals), setting.substring(equals + 1));
        }).toList();
    }

    private static Stream<String> list(String value) {
        return Stream.of(value.split(",")).map(String::strip);
    }

    private static Duration duration(String seconds) {
        try {
            Duration duration = Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
            return duration.isNegative() || duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        } catch (NumberFormatException e) {
            throw new UnknownWord(seconds, "a number of seconds, at most 3600");
        }
    }
}
