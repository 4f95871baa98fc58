package dev.atelier.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** All of this module. The application brings dev.atelier.db and a web server; its own settings win over ours. */
@Configuration
@ComponentScan
@EnableConfigurationProperties(ApiSettings.class)
@PropertySource("classpath:atelier-api.properties")
public class ApiConfiguration {
}
