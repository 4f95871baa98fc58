package dev.atelier.domain.failure;

/** What a failure does to the account it happened with. One error never bans. */
public enum AccountEffect {
    NONE,
    /** The medium rests shortly, or as long as the provider says. */
    COOL,
    /** The medium rests until the provider's reset, else the next quota reset. */
    UNTIL_RESET,
    /** The medium is off until a person gives a new credential. */
    SUSPEND_AUTH,
    /** The medium is off until a person looks at it. */
    SUSPEND_RISK,
    /** This account does not serve this model. */
    NOT_THIS_MODEL
}
