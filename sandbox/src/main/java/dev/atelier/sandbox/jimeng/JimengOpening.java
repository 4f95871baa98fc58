package dev.atelier.sandbox.jimeng;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class JimengOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new JimengApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(JimengApi.NAME, "/jimeng", "jimeng-demo-", List.of("cn", "us", "hk", "jp", "sg"),
                List.of("image", "video"));
    }
}
