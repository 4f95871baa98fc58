package dev.atelier.db.secret;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.atelier.db.DbSettings;

/** Keys are checked before anybody gets hold of one. */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean
    Keyring keyring(DbSettings settings) {
        return new Keyring(settings.secretKeys());
    }

    @Bean
    RootSecret rootSecret(CheckingKeys checking, OpeningTheRoot opening) {
        checking.check();
        return opening.open();
    }
}
