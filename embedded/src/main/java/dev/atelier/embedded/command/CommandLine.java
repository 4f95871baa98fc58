package dev.atelier.embedded.command;

import dev.atelier.embedded.database.Engine;
import java.util.ArrayList;
import java.util.List;

/** The words after {@code ./demo}. A word it does not know is refused, never skipped. */
public final class CommandLine {
    private static final String SEE_HELP = "; ./demo --help lists what there is";

    private CommandLine() {
    }

    public static Command read(String... words) {
        List<String> rest = new ArrayList<>(List.of(words));
        return switch (rest.isEmpty() ? "" : rest.getFirst()) {
            case "start" -> start(rest.subList(1, rest.size()));
            case "stop" -> stop(rest.subList(1, rest.size()));
            default -> run(rest);
        };
    }

    private static Command run(List<String> flags) {
        boolean split = false;
        boolean exit = false;
        boolean fresh = false;
        Engine engine = Engine.POSTGRES;
        for (String flag : flags) {
            switch (flag) {
                case "--split" -> split = true;
                case "--exit" -> exit = true;
                case "--fresh" -> fresh = true;
                case "--mysql" -> engine = Engine.MYSQL;
                default -> {
                    return new Command.Refused("unknown word '" + flag + "'" + SEE_HELP);
                }
            }
        }
        return new Command.Run(split, exit, fresh, engine);
    }

    private static Command start(List<String> words) {
        if (words.size() != 1 || words.getFirst().startsWith("-"))
            return new Command.Refused("./demo start takes one name, as in ./demo start worker-1" + SEE_HELP);
        return new Command.Start(words.getFirst());
    }

    private static Command stop(List<String> words) {
        List<String> names = words.stream().filter(word -> !word.equals("--kill")).toList();
        if (names.size() != 1 || names.getFirst().startsWith("-"))
            return new Command.Refused(
                    "./demo stop takes one name and perhaps --kill, as in ./demo stop worker-1 --kill" + SEE_HELP);
        return new Command.Stop(names.getFirst(), words.contains("--kill"));
    }
}
