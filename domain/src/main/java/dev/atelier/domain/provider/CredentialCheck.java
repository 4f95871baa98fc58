package dev.atelier.domain.provider;

/** A provider's word on a credential; unknown where it gave no clear one. */
public enum CredentialCheck {
    ACCEPTED, REFUSED, UNKNOWN
}
