package dev.atelier.db.job;

import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;

/** What is to be fetched, as it lies in the attempt's row; the assets' ids are given now, so that fetching twice keeps one. */
public record Results(String assetId, String role, String url, String base64) {

    private static final TypeReference<List<Results>> LIST = new TypeReference<>() {
    };

    static String plan(Made made) {
        return write(made.files().stream().map(Results::of).toList());
    }

    static String write(List<Results> results) {
        return Json.write(results);
    }

    /** The same asset, from another address. */
    Results at(ResultFile file) {
        return new Results(assetId, role, file.url(), file.base64());
    }

    private static Results of(ResultFile file) {
        return new Results(Ids.next(), file.role(), file.url(), file.base64());
    }

    static List<Results> read(String json) {
        return Json.read(json, LIST);
    }
}
