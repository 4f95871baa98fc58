package dev.atelier.activities;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All steps and loops. The application brings the providers, the downloads, a Temporal client and {@link WorkerName}. */
@Configuration
@ComponentScan
public class ActivitiesConfiguration {
}
