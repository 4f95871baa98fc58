package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Reply;

/** Leaves the reading of a request at the first thing the provider would not take. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply.Whole reply;

    public Refused(Reply.Whole reply) {
        super("refused", null, false, false);
        this.reply = reply;
    }

    Reply.Whole reply() {
        return reply;
    }
}
