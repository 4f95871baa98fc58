package dev.atelier.sandbox.tencent;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class TencentOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new TencentApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(TencentApi.NAME, "", "AKIDEXAMPLE:SKEXAMPLE", List.of("cn", "cn"), List.of("mesh"));
    }
}
