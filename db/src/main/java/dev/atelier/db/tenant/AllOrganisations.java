package dev.atelier.db.tenant;

/** Leave to read across organisations: given only to loops, schedules and admin. */
public final class AllOrganisations {

    private static final AllOrganisations LEAVE = new AllOrganisations();

    private AllOrganisations() {
    }

    public static AllOrganisations forLoopsSchedulesAndAdmin() {
        return LEAVE;
    }
}
