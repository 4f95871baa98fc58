package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.NestedExceptionUtils;

import dev.atelier.worker.settings.Need;
import dev.atelier.worker.settings.NeededSettings;

/** Runs one {@link Command} with a database but without web server, Temporal or loops, and answers its exit status. */
public final class CommandLine {

    private static final int FAILED = 1;
    private static final int WRONG = 2;

    private CommandLine() {
    }

    /** Whether these arguments of {@code main} name a command; options such as {@code --server.port=1} do not. */
    public static boolean asked(String[] arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || isHelp(arguments[0]));
    }

    /** What is asked for goes to the output alone, so that it can be piped; the log goes to the error stream. */
    public static int main(String[] arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        return run(arguments, Map.of(), out, System.err);
    }

    /** @param settings beside the environment's */
    static int run(String[] arguments, Map<String, Object> settings, PrintStream out, PrintStream err) {
        Commands commands = Commands.found();
        if (isHelp(arguments[0])) {
            out.println(commands.help());
            return 0;
        }
        Class<?> command = commands.of(arguments[0]);
        if (command == null) {
            err.println("there is no command '" + arguments[0] + "'\n" + commands.help());
            return WRONG;
        }
        return run(command, Arrays.asList(arguments).subList(1, arguments.length), settings, out, err);
    }

    private static int run(Class<?> command, List<String> words, Map<String, Object> settings, PrintStream out,
            PrintStream err) {
        try (ConfigurableApplicationContext context = context(command, settings)) {
            return context.getBean(Command.class).run(words, out);
        } catch (WrongWords wrong) {
            err.println(wrong.getMessage() + "\n" + Commands.usage(command));
            return WRONG;
        } catch (Exception failed) {
            err.println(Commands.named(command).value() + ": "
                    + NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
            return FAILED;
        } finally {
            out.flush();
        }
    }

    private static ConfigurableApplicationContext context(Class<?> command, Map<String, Object> settings) {
        Named named = Commands.named(command);
        Set<Need> needs = Set.of(named.needs());
        SpringApplication application = new SpringApplication(command);
        if (needs.contains(Need.DATABASE)) {
            application.addPrimarySources(List.of(DatabaseWiring.class));
        }
        if (needs.containsAll(Set.of(Need.DATABASE, Need.STORAGE, Need.SECRETS))) {
            application.addPrimarySources(List.of(UseCasesWiring.class));
        }
        application.addPrimarySources(List.of(named.with()));
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addListeners(new NeededSettings(needs));
        Map<String, Object> defaults = new HashMap<>(settings);
        defaults.put("logging.level.root", "warn");
        defaults.put(DatabaseWiring.UP_TO_DATE, String.valueOf(named.upToDate()));
        application.setDefaultProperties(defaults);
        return application.run();
    }

    private static boolean isHelp(String word) {
        return Set.of("help", "--help", "-h").contains(word);
    }
}
