package dev.atelier.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

import dev.atelier.worker.command.CommandLine;
import dev.atelier.worker.settings.NeededSettings;

/** The production application; {@code atelier.roles} says what this process does: api, worker, or both. */
@SpringBootApplication(excludeName = "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration")
@ConfigurationPropertiesScan
public class AtelierApplication {

    public static void main(String[] args) {
        if (CommandLine.asked(args)) {
            System.exit(CommandLine.main(args));
        }
        SpringApplication application = new SpringApplication(AtelierApplication.class);
        // Two rooms may use the same word for different things.
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addListeners(new NeededSettings());
        application.run(args);
    }
}
