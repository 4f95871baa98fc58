package dev.atelier.worker.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The commands of this package, by name. */
final class Commands {

    private static final String USAGE = "usage: java -jar atelier.jar [command]";

    private final Map<String, Class<?>> byName;

    private Commands(Map<String, Class<?>> byName) {
        this.byName = byName;
    }

    static Commands found() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Named.class));
        Map<String, Class<?>> byName = new TreeMap<>();
        scan.findCandidateComponents(Commands.class.getPackageName()).forEach(candidate -> {
            Class<?> command = ClassUtils.resolveClassName(candidate.getBeanClassName(),
                    Commands.class.getClassLoader());
            byName.put(named(command).value(), command);
        });
        return new Commands(byName);
    }

    /** Null when there is none. */
    Class<?> of(String name) {
        return byName.get(name);
    }

    String help() {
        List<Named> all = byName.values().stream().map(Commands::named).toList();
        int widest = all.stream().mapToInt(each -> line(each).length()).max().orElse(0);
        return USAGE + "\nWithout a command it starts the application.\n\n"
                + all.stream().map(each -> ("  %-" + widest + "s  %s").formatted(line(each), each.summary()))
                        .collect(Collectors.joining("\n"));
    }

    static String usage(Class<?> command) {
        return "usage: java -jar atelier.jar " + line(named(command));
    }

    static Named named(Class<?> command) {
        return command.getAnnotation(Named.class);
    }

    private static String line(Named named) {
        return named.usage().isEmpty() ? named.value() : named.value() + " " + named.usage();
    }
}
