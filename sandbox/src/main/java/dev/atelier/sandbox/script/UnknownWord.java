package dev.atelier.sandbox.script;

/** A tag or a fault asks for something the sandbox does not know; the message lists what it knows. */
public final class UnknownWord extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownWord(String word, String known) {
        super("The sandbox does not know '" + word + "'; it knows: " + known);
    }
}
