package dev.atelier.sandbox.rodin;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class RodinOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new RodinApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(RodinApi.NAME, RodinApi.PATH, "rodin-demo-", List.of("us"), List.of("mesh"));
    }
}
