package dev.atelier.worker.command;

import java.io.PrintStream;
import java.util.List;

/**
 * One thing an operator asks of the runnable jar: {@code java -jar atelier.jar <name> [words]}. A new one is one class
 * in this package that implements this and bears {@link Named}; its constructor takes whatever it needs of the
 * database's use cases.
 */
public interface Command {

    /**
     * @param words what followed the name
     * @param out   for what was asked; the log goes to the error stream
     * @return      exit status: 0 done, 1 something is wrong that was told
     * @throws      WrongWords when the words make no sense: told with the usage, status 2
     */
    int run(List<String> words, PrintStream out) throws Exception;
}
