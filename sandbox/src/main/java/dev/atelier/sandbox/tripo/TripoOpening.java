package dev.atelier.sandbox.tripo;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class TripoOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new TripoApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(TripoApi.NAME, "/tripo/v3", "tsk_demo-", List.of("us", "cn"), List.of("mesh"));
    }
}
