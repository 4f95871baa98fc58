package dev.atelier.domain.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who gets a free slot, and from which account. Waiting: priority (higher first), fair turn, age. Accounts: the
 * organisation's own first, priority (higher first), sound before worn, least used today (held slots included), newest.
 */
public final class Pairing {

    private static final Comparator<Waiting> TURN = Comparator.comparingInt(Waiting::priority).reversed()
            .thenComparingLong(Waiting::startTag).thenComparing(Waiting::submissionId);

    private static final Comparator<Seat> CHOICE = Comparator.comparing((Seat seat) -> seat.ownerOrgId() == null)
            .thenComparing(Comparator.comparingInt(Seat::priority).reversed()).thenComparing(Seat::worn)
            .thenComparingInt(Seat::usedToday)
            .thenComparing(Comparator.comparing(Seat::created).reversed()).thenComparing(Seat::accountId);

    private Pairing() {
    }

    /** At most {@code most} grants; each uses up one free slot of its account. */
    public static List<Grant> pair(List<Waiting> heads, List<Seat> seats, int most) {
        List<Grant> grants = new ArrayList<>();
        List<Seat> free = new ArrayList<>(seats.stream().filter(Seat::hasFreeSlot).toList());
        for (Waiting waiting : heads.stream().distinct().sorted(TURN).toList()) {
            if (grants.size() == most) {
                break;
            }
            best(free, waiting).ifPresent(seat -> {
                int slot = seat.lowestFreeSlot();
                grants.add(new Grant(waiting.submissionId(), seat.accountId(), slot));
                free.remove(seat);
                Seat left = seat.taking(slot);
                if (left.hasFreeSlot()) {
                    free.add(left);
                }
            });
        }
        return grants;
    }

    private static Optional<Seat> best(List<Seat> free, Waiting waiting) {
        return free.stream().filter(seat -> seat.serves(waiting)).min(CHOICE);
    }
}
