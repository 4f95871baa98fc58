package dev.atelier.sandbox.openai;

import com.google.auto.service.AutoService;
import dev.atelier.sandbox.protocol.Opening;
import dev.atelier.sandbox.protocol.Practice;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import java.util.List;

@AutoService(Opening.class)
public final class OpenAiOpening implements Opening {

    @Override
    public Protocol in(Workshop workshop) {
        return new OpenAiApi(workshop);
    }

    @Override
    public Practice practice() {
        return new Practice(OpenAiApi.NAME, "/openai/v1", "openai-demo-", List.of("us"), List.of("image"));
    }
}
