package dev.atelier.domain.account;

import java.util.List;
import java.util.Objects;

/** How often a job went on at another site; a change of account within one site is none. */
public final class SiteSwitches {

    private SiteSwitches() {
    }

    /** @param sites where each attempt was granted, in order; null: not known any more */
    public static int count(List<Integer> sites) {
        int switches = 0;
        for (int each = 1; each < sites.size(); each++) {
            Integer before = sites.get(each - 1);
            if (before != null && !Objects.equals(before, sites.get(each))) {
                switches++;
            }
        }
        return switches;
    }
}
