package dev.atelier.worker.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says before anything else which settings are missing, all of them at once. */
public final class NeededSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private final Set<Need> needs;

    /** Of the application. */
    public NeededSettings() {
        this(EnumSet.allOf(Need.class));
    }

    public NeededSettings(Set<Need> needs) {
        this.needs = needs;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        List<String> missing = missing(event.getEnvironment(), needs);
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
    }

    static List<String> missing(Environment environment, Set<Need> needs) {
        List<String> missing = new ArrayList<>();
        needs.stream().sorted().forEach(need -> add(missing, environment, need));
        return missing;
    }

    private static void add(List<String> missing, Environment environment, Need need) {
        switch (need) {
            case DATABASE -> need(missing, environment, "spring.datasource.url",
                    "SPRING_DATASOURCE_URL, such as jdbc:postgresql://127.0.0.1:5432/atelier");
            case TEMPORAL -> need(missing, environment, "spring.temporal.connection.target",
                    "SPRING_TEMPORAL_CONNECTION_TARGET, such as 127.0.0.1:7233");
            case STORAGE -> need(missing, environment, "atelier.storage.root",
                    "ATELIER_STORAGE_ROOT, such as /var/lib/atelier/files");
            case SECRETS -> key(missing, environment);
            case ROLES -> roles(missing, environment);
            case DEPLOYMENT -> deployment(missing, environment);
        }
    }

    private static void key(List<String> missing, Environment environment) {
        try {
            SecretKeys.of(environment);
        } catch (IllegalArgumentException unfit) {
            missing.add(unfit.getMessage());
        }
    }

    private static void roles(List<String> missing, Environment environment) {
        for (String role : environment.getProperty("atelier.roles", "api,worker").split(",")) {
            if (Arrays.stream(AtelierSettings.Role.values())
                    .noneMatch(known -> known.name().equals(role.strip().toUpperCase(Locale.ROOT)))) {
                missing.add("ATELIER_ROLES of api, worker, or both: '" + role.strip() + "' is neither");
            }
        }
    }

    private static void deployment(List<String> missing, Environment environment) {
        boolean named = !environment.getProperty("atelier.worker.deployment", "").isBlank();
        boolean built = !environment.getProperty("atelier.worker.build", "").isBlank();
        if (named && !built) {
            missing.add("ATELIER_WORKER_BUILD beside ATELIER_WORKER_DEPLOYMENT, such as 1.4.0");
        } else if (built && !named) {
            missing.add("ATELIER_WORKER_DEPLOYMENT beside ATELIER_WORKER_BUILD, such as atelier");
        }
    }

    private static void need(List<String> missing, Environment environment, String name, String example) {
        if (environment.getProperty(name, "").isBlank()) {
            missing.add(example);
        }
    }
}
