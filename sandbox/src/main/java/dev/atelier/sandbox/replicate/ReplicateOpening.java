package dev.atelier.sandbox.replicate;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class ReplicateOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new ReplicateApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(ReplicateApi.NAME, "/replicate/v1", "replicate-demo-", List.of("us"),
                List.of("image", "video", "mesh"));
    }
}
