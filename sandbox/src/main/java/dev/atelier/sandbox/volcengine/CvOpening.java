package dev.atelier.sandbox.volcengine;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class CvOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new CvApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(CvApi.NAME, "", "AKEXAMPLE:SKEXAMPLE", List.of("cn", "cn"), List.of("image", "video"));
    }
}
