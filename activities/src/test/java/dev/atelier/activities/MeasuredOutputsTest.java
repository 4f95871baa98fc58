package dev.atelier.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.asset.ModelAsset;
import dev.atelier.db.asset.ModelTexture;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.job.Conversion;
import dev.atelier.db.job.Outputs;
import dev.atelier.sandbox.mesh.GlbFile;

/** Whatever becomes a 3D asset is measured, also in a format that is not read back, and its pictures are known. */
class MeasuredOutputsTest {

    private static final List<String> FORMATS = List.of("glb", "gltf", "usdz", "obj", "stl", "ply", "3mf", "fbx");

    private ConvertingHouse house;
    private String model;

    @BeforeEach
    void open() throws IOException {
        house = new ConvertingHouse();
        model = house.upload(GlbFile.encode("a lantern", 8, 7));
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    @Test
    void every_format_is_measured_and_an_equal_one_knows_the_same() {
        ModelAsset source = mesh(model);
        assertThat(source.textures()).containsExactly(new ModelTexture(model, "base_color", 0, 0));
        assertThat(house.steps.get(ReadingAssets.class).evaluations(house.steps.org, model)).singleElement()
                .satisfies(judged -> assertThat(judged.rating()).isBetween(BigDecimal.ONE, BigDecimal.valueOf(5)));
        List<Conversion> made = made(FORMATS.stream());
        assertThat(made).extracting(each -> mesh(each.outputAssetId()).format()).isEqualTo(FORMATS);
        for (Conversion each : made) {
            ModelAsset mesh = mesh(each.outputAssetId());
            assertThat(mesh.faceCount()).as(mesh.format()).isEqualTo(source.faceCount());
            assertThat(mesh.watertight()).as(mesh.format()).isEqualTo(source.watertight());
            assertThat(mesh.boundingBoxJson()).as(mesh.format()).contains("min");
            if (List.of("glb", "gltf", "usdz", "obj").contains(mesh.format())) {
                assertThat(mesh.textures()).as(mesh.format())
                        .containsExactly(new ModelTexture(each.outputAssetId(), "base_color", 0, 0));
            }
        }

        Conversion again = made(Stream.of("usdz")).getFirst();
        assertThat(mesh(again.outputAssetId())).usingRecursiveComparison().ignoringFields("textures.assetId")
                .isEqualTo(mesh(made.get(2).outputAssetId()));
        assertThat(mesh(again.outputAssetId()).textures()).extracting(ModelTexture::assetId)
                .containsExactly(again.outputAssetId());
    }

    private List<Conversion> made(Stream<String> formats) {
        return house.made(model, formats
                .map(format -> new Outputs.Output("convert", "{\"format\":\"" + format + "\"}", null))
                .toArray(Outputs.Output[]::new));
    }

    private ModelAsset mesh(String asset) {
        return house.steps.get(ReadingAssets.class).mesh(house.steps.org, asset).orElseThrow();
    }
}
