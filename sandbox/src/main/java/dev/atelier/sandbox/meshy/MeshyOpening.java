package dev.atelier.sandbox.meshy;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class MeshyOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new MeshyApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(MeshyApi.NAME, MeshyApi.PATH, "meshy-demo-", List.of("us"), List.of("mesh"));
    }
}
