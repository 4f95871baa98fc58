package dev.atelier.domain.account;

import dev.atelier.domain.Word;

/** What the provider said when it was asked about a new credential; unknown: it was asked and said nothing clear. */
public enum CredentialState implements Word {
    UNCHECKED, ACCEPTED, REFUSED, UNKNOWN
}
