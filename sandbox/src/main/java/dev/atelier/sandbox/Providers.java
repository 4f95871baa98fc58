package dev.atelier.sandbox;

import dev.atelier.sandbox.ark.ArkApi;
import dev.atelier.sandbox.jimeng.JimengApi;
import dev.atelier.sandbox.fal.FalApi;
import dev.atelier.sandbox.openai.OpenAiApi;
import dev.atelier.sandbox.protocol.Protocol;
import dev.atelier.sandbox.protocol.Workshop;
import dev.atelier.sandbox.replicate.ReplicateApi;
import dev.atelier.sandbox.tripo.TripoApi;
import dev.atelier.sandbox.volcengine.CvApi;
import java.util.List;

/** The providers there are to practise on: one more is one line. */
final class Providers {

    private Providers() {
    }

    static List<Protocol> in(Workshop workshop) {
        return List.of(new ArkApi(workshop),
                new JimengApi(workshop),
                new CvApi(workshop),
                new TripoApi(workshop),
                new FalApi(workshop),
                new ReplicateApi(workshop),
                new OpenAiApi(workshop));
    }
}
