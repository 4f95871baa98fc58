package dev.atelier.worker.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;

/** A process without the API still answers for its health and its figures, and for nothing else. */
@Configuration
@OnRole(value = AtelierSettings.Role.API, not = true)
class WorkerOnlyWiring {

    @Bean
    SecurityFilterChain healthAndFiguresOnly(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests
                .requestMatchers("/actuator/health/**", "/actuator/prometheus").permitAll().anyRequest().denyAll())
                .csrf(csrf -> csrf.disable()).build();
    }
}
