package dev.atelier.api.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

import jakarta.servlet.DispatcherType;

/** Bearer keys, no sessions, and nothing open that is not listed as open. */
@Configuration
@EnableWebSecurity
class SecurityRules {
    private static final String ADMIN = "SCOPE_accounts:admin";

    @Bean
    SecurityFilterChain bearerKeys(HttpSecurity http, KeyIntrospector keys, Unauthorized unauthorized,
            Forbidden forbidden) {
        return http.csrf(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable).anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(trouble -> trouble.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler(forbidden))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler(forbidden).opaqueToken(token -> token.introspector(keys)))
                .authorizeHttpRequests(requests -> {
                    // The first dispatch was judged already; these only finish it.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
                    requests.requestMatchers(Routes.OPEN.toArray(String[]::new)).permitAll();
                    for (Routes.Rule rule : Routes.RULES) {
                        requests.requestMatchers(rule.method(), rule.path()).hasAuthority("SCOPE_" + rule.scope());
                        if (rule.method() == HttpMethod.GET) {
                            requests.requestMatchers(HttpMethod.HEAD, rule.path())
                                    .hasAuthority("SCOPE_" + rule.scope());
                        }
                    }
                    requests.requestMatchers("/actuator/**").hasAuthority(ADMIN);
                    // Only what no controller answers is left: 404 and 405, for those who have a key.
                    requests.anyRequest().authenticated();
                }).build();
    }
}
