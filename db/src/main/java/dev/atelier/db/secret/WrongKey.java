package dev.atelier.db.secret;

/** The configured keys cannot read what is in the database. Nothing was changed; the message says what to set. */
public class WrongKey extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WrongKey(String what) {
        super(what + ": set ATELIER_SECRET_KEY to the key it was sealed with, or add that key to"
                + " ATELIER_SECRET_KEY_OLD. Nothing was changed");
    }
}
