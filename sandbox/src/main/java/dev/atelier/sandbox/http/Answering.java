package dev.atelier.sandbox.http;

/** Answers requests below one path; may take its time, for every request has a thread of its own. */
@FunctionalInterface
public interface Answering {
    Reply answer(Request request);
}
