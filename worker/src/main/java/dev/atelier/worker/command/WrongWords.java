package dev.atelier.worker.command;

/** The words after a command's name make no sense; the message says which. */
public class WrongWords extends RuntimeException {

    public WrongWords(String message) {
        super(message);
    }
}
