package dev.atelier.db.account;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.domain.provider.Credential;

@Component
public class OpeningCredentials {

    /** Also of accounts that are switched off or deleted: looking uses the account that submitted, always. */
    public Optional<Credential> of(String accountId) {
        throw new IllegalStateException("not yet");
    }
}
