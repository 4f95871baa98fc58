package dev.atelier.sandbox.ark;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class ArkOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new ArkApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(ArkApi.NAME, "/ark/api/v3", "ark-demo-",
                List.of("cn", "cn", "us", "us", "hk", "jp", "sg", "cn"), List.of("image", "video", "mesh"));
    }
}
