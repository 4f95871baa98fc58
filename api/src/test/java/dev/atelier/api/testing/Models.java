package dev.atelier.api.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.catalogue.ProviderRow;
import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.job.Kind;

@Configuration
public class Models {
    public static final String IMAGE = "ark/image";
    public static final String VIDEO = "ark/video";
    private static final List<Model> ALL = List.of(
            model(IMAGE, Kind.IMAGE, new Limits(300, true, 0, 2, List.of("1:1", "16:9"), "1:1", List.of("1k", "2k"),
                    "2k", List.of(), null, false, false, true, List.of("url", "b64_json"), 600)),
            model(VIDEO, Kind.VIDEO, new Limits(300, true, 0, 1, List.of("16:9"), "16:9", List.of("720p"), "720p",
                    List.of(5, 10), 5, false, false, false, List.of("url"), 3600)));

    private static Model model(String name, Kind kind, Limits limits) {
        return new Model(name, "ark", "ark", name, name, kind, limits, Map.of("image", new BigDecimal("0.03")),
                Map.of(), "active");
    }

    @Bean
    Catalogue catalogue() {
        return new Catalogue() {
            @Override
            public Optional<Model> find(String name) {
                return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
            }

            @Override
            public List<Model> all() {
                return ALL;
            }

            @Override
            public List<ProviderRow> providers() {
                return List.of(new ProviderRow("ark", "ark", "http://127.0.0.1", "active"));
            }
        };
    }
}
