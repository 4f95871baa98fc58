package dev.atelier.faults.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The words after {@code faults/run}. */
record Words(int jobs, long seed, int minutes) {
    private static final int MOST_JOBS = 20_000;
    private static final int MOST_MINUTES = 240;

    /** @throws IllegalArgumentException with a message for the person at the terminal */
    static Words read(String... words) {
        int jobs = 100;
        int minutes = 2;
        long seed = new SplittableRandom().nextLong(1, 1_000_000);
        List<String> rest = new ArrayList<>(List.of(words));
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            if (rest.isEmpty())
                throw new IllegalArgumentException(name + " wants a number; " + usage());
            long value = number(name, rest.removeFirst());
            switch (name) {
                case "--jobs" -> jobs = (int) between(name, value, 1, MOST_JOBS);
                case "--minutes" -> minutes = (int) between(name, value, 1, MOST_MINUTES);
                case "--seed" -> seed = value;
                default -> throw new IllegalArgumentException("unknown word '" + name + "'; " + usage());
            }
        }
        return new Words(jobs, seed, minutes);
    }

    static String usage() {
        return "faults/run [--jobs 100] [--seed N] [--minutes 2]";
    }

    private static long number(String name, String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a number, not '" + word + "'; " + usage(), e);
        }
    }

    private static long between(String name, long value, long least, long most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(name + " goes from " + least + " to " + most);
        return value;
    }
}
