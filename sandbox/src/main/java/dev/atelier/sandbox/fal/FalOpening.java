package dev.atelier.sandbox.fal;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class FalOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new FalApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(FalApi.NAME, "/fal", "fal-demo-", List.of("us"), List.of("image", "video", "mesh"));
    }
}
