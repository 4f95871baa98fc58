package dev.atelier.api.request;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param hasMore go on with {@code starting_after} = the id of the last of {@code data}
 */
public record Listing<T>(String object, List<T> data, boolean hasMore, String url) {
    /** @param found at most {@code limit} + 1: the one too many tells that there is more */
    public static <R, T> Listing<T> of(List<R> found, int limit, String url, Function<R, T> shown) {
        return new Listing<>("list", found.stream().limit(limit).map(shown).toList(), found.size() > limit, url);
    }

    /** A page of a list that is short enough to be had whole. */
    public static <R, T> Listing<T> of(List<R> all, Query query, Function<R, String> id, String url,
            Function<R, T> shown) {
        String after = query.text("starting_after");
        List<String> ids = all.stream().map(id).toList();
        if (after != null && !ids.contains(after)) {
            throw Query.odd("starting_after", "is not an id of this list");
        }
        List<R> rest = all.subList(ids.indexOf(after) + 1, all.size());
        return of(rest, query.limit(), url, shown);
    }
}
