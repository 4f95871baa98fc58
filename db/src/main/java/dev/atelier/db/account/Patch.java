package dev.atelier.db.account;

/** A field of a change: left as it is, or set, perhaps to nothing. */
public record Patch<T>(boolean given, T value) {

    public static <T> Patch<T> keep() {
        return new Patch<>(false, null);
    }

    public static <T> Patch<T> to(T value) {
        return new Patch<>(true, value);
    }

    T over(T before) {
        return given ? value : before;
    }
}
