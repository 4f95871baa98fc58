package dev.atelier.sandbox;

import dev.atelier.sandbox.http.Answering;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.result.Downloads;
import dev.atelier.sandbox.web.OwnApi;
import java.util.List;

/** Leads each request to whom it is for; several providers live at the root, told apart by what their clients send. */
record Rooms(OwnApi own, Downloads downloads, List<Protocol> protocols) implements Answering {

    @Override
    public Reply answer(Request request) {
        if (request.path().startsWith(OwnApi.PATH)) {
            return own.answer(request);
        }
        if (request.path().startsWith(Downloads.PATH)) {
            return downloads.answer(request);
        }
        return protocols.stream().filter(protocol -> protocol.takes(request)).findFirst()
                .map(protocol -> protocol.answer(request)).orElseGet(() -> Reply.notFound(request.path()));
    }

    /** Tasks that wait or run, as lines for a person. */
    static List<String> going(List<Protocol> protocols) {
        return protocols.stream().flatMap(protocol -> protocol.going().stream()
                .map(line -> protocol.name() + "  " + line)).toList();
    }
}
