package dev.atelier.worker.command;

import java.util.List;

/** What a command line may hold after the command's name. */
final class Words {

    private Words() {
    }

    static void none(List<String> words) {
        if (!words.isEmpty()) {
            throw new WrongWords("'" + words.getFirst() + "' is not understood here");
        }
    }
}
