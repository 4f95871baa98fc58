package dev.atelier.api.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.atelier.api.asset.AssetJson;
import dev.atelier.api.problem.Refused;
import dev.atelier.api.request.Findings;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.OutputRules;
import dev.atelier.db.job.Outputs;
import dev.atelier.db.tenant.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The input of a conversion: a file of the caller's and what to make of it, in order. */
@Component
class ReadingOutputs {
    private static final int MOST = 20;
    private static final String MESH = "mesh";
    private static final List<String> SOURCES = List.of(MESH, "image", "video");
    private final ReadingAssets assets;
    private final ObjectProvider<OutputRules> rules;
    private final JsonMapper json;

    ReadingOutputs(ReadingAssets assets, ObjectProvider<OutputRules> rules, JsonMapper json) {
        this.assets = assets;
        this.rules = rules;
        this.json = json;
    }

    Outputs read(JsonNode input, Caller caller, Findings findings) {
        OutputRules known = rules.getIfAvailable(() -> {
            throw Refused.unprocessable("kind_not_supported", "kind", "conversion is not possible here yet");
        });
        if (input == null || !input.isObject()) {
            findings.refuse("input", "is required: {\"asset\": …, \"outputs\": [{\"operation\": …}]}");
            return null;
        }
        input.propertyNames().stream().filter(name -> !Set.of("asset", "outputs").contains(name))
                .forEach(name -> findings.refuse("input." + name, "is not known to a conversion"));
        Optional<Asset> asset = asset(input.path("asset"), "input.asset", SOURCES, caller, findings);
        JsonNode list = input.path("outputs");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            findings.refuse("input.outputs", "must be a list of 1 to " + MOST + " outputs");
            return null;
        }
        List<Outputs.Output> outputs = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            outputs.add(output(list.get(i), i, asset.map(ReadingOutputs::kind).orElse(MESH), kinds, known, caller,
                    findings));
        }
        return new Outputs(asset.map(Asset::id).orElse(null), json.writeValueAsString(input), outputs);
    }

    private Optional<Asset> asset(JsonNode id, String field, List<String> kinds, Caller caller, Findings findings) {
        Optional<Asset> asset = id.isString() && Ids.looksRight(id.asString())
                ? assets.find(caller.orgId(), id.asString())
                : Optional.empty();
        if (asset.filter(each -> kinds.contains(kind(each))).isEmpty()) {
            findings.refuse(field, "must be the id of an asset of yours, of kind " + String.join(", ", kinds));
        }
        return asset;
    }

    /** As those who make outputs call it. */
    private static String kind(Asset asset) {
        return switch (AssetJson.kind(asset)) {
            case "thumbnail", "texture" -> "image";
            default -> AssetJson.kind(asset);
        };
    }

    /** @param kinds of the outputs before it; its own is added */
    private Outputs.Output output(JsonNode asked, int position, String source, List<String> kinds, OutputRules known,
            Caller caller, Findings findings) {
        String at = "input.outputs[" + position + "]";
        kinds.add(MESH);
        if (!asked.isObject() || !asked.path("operation").isString()) {
            findings.refuse(at + ".operation", "is required");
            return null;
        }
        Map<String, JsonNode> parameters = new TreeMap<>();
        asked.properties().forEach(each -> parameters.put(each.getKey(), each.getValue()));
        parameters.remove("operation");
        JsonNode from = parameters.remove("depends_on");
        if (parameters.containsKey("high")) {
            asset(parameters.get("high"), at + ".high", List.of(MESH), caller, findings);
        }
        String operation = asked.path("operation").asString();
        String written = json.writeValueAsString(parameters);
        Integer before = dependsOn(from, position, at, findings);
        OutputRules.Verdict verdict = known.judge(before == null ? source : kinds.get(before), operation, written);
        if (verdict.wrong() != null) {
            findings.refuse(at, verdict.wrong());
        }
        if (verdict.makes() != null) {
            kinds.set(position, verdict.makes());
        }
        return new Outputs.Output(operation, written, before);
    }

    private static Integer dependsOn(JsonNode from, int position, String at, Findings findings) {
        if (from == null || from.isNull()) {
            return null;
        }
        if (!from.isInt() || from.asInt() < 0 || from.asInt() >= position) {
            findings.refuse(at + ".depends_on", "must be the position of an earlier output, counted from 0");
            return null;
        }
        return from.asInt();
    }
}
